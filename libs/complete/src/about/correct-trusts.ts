import {
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  isClosedTrust,
  type Problem,
  refused,
  type Trust,
} from '@academies/contracts';
import { sameTrust } from '@academies/handover';
import { changeProject, refusedUnlessActive } from '../project/change-project.ts';

/** The trusts as they should have been, by the register's records; why; and what is known of the group. */
export interface CorrectTrusts extends CommandContext {
  /** Undefined where the register has none under that number. */
  readonly incoming: Trust | undefined;
  /** Of transfers alone. */
  readonly outgoing: Trust | undefined;
  readonly reason: string;
  /** UKPRNs of the incoming trusts of the group's other projects. */
  readonly trustsInGroup: readonly (string | null)[];
}

/** Whether the incoming trust is one that is chosen; one that is being formed was named in the decision. */
export const joinsATrust = ({ formingAMat }: Pick<CompleteProject, 'formingAMat'>): boolean => !formingAMat;

/**
 * Corrects a wrong incoming or outgoing trust of an active project, once the decision was corrected; tasks and contacts stay
 * (docs/domain/complete.md, "About the project"; docs/domain/handover.md, rules 3, 5 and 8).
 */
export function correctTrusts(
  project: CompleteProject,
  { incoming, outgoing, reason, trustsInGroup, by, at }: CorrectTrusts,
): CommandResult<CompleteProject> {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  const isTransfer = project.kind === 'transfer';
  const joins = joinsATrust(project);
  const incomingTrust = joins ? { ukprn: incoming?.ukprn ?? null, trn: null, name: null } : project.incomingTrust;
  const problems = [
    ...(joins ? wrongTrust(incoming, project.incomingTrust.ukprn, 'incomingTrust') : []),
    ...(isTransfer ? wrongTrust(outgoing, project.outgoingTrustUkprn, 'outgoingTrust') : []),
    ...(isTransfer && outgoing && sameTrust({ ...incomingTrust, trn: incoming?.trn ?? incomingTrust.trn }, outgoing)
      ? [{ message: 'The incoming trust is also the outgoing trust', field: 'outgoingTrust' }]
      : []),
    ...(joins && trustsInGroup.some((other) => other !== incomingTrust.ukprn)
      ? [
          {
            message: `The other projects of ${project.group} have another incoming trust. Change the group first`,
            field: 'incomingTrust',
          },
        ]
      : []),
    ...(reason.trim() === '' ? [{ message: 'Enter why the trusts are corrected', field: 'reason' }] : []),
  ];
  if (problems.length > 0) return { problems };
  const { incomingTrust: previous, outgoingTrustUkprn } = project;
  const corrected = changeProject(
    project,
    {
      incomingTrust: incomingTrust.ukprn === previous.ukprn ? previous : incomingTrust,
      outgoingTrustUkprn: isTransfer ? (outgoing?.ukprn ?? null) : outgoingTrustUkprn,
    },
    by,
  );
  // Sent twice, it is corrected once.
  if (corrected.events.length === 0)
    return project.trustCorrections.at(-1)?.reason === reason
      ? corrected
      : refused(`The project has ${isTransfer ? 'these trusts' : 'this trust'} already. Search for the right one`);
  const correction = { incomingTrust: previous, outgoingTrustUkprn, reason, by, at };
  const { state } = corrected;
  return changeProject(project, { ...state, trustCorrections: [...project.trustCorrections, correction] }, by);
}

/** A trust that stays may have closed meanwhile. */
function wrongTrust(trust: Trust | undefined, before: string | null, field: string): Problem[] {
  if (!trust?.ukprn) return [{ message: 'The register has no such trust. Search for it and select it', field }];
  return isClosedTrust(trust) && trust.ukprn !== before
    ? [{ message: `${trust.name} is closed in the register. Choose another trust`, field }]
    : [];
}
