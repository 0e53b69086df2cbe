import {
  type CommandContext,
  type CommandResult,
  changed,
  type CompleteProject,
  isClosedTrust,
  type Problem,
  refused,
  type Trust,
} from '@academies/contracts';
import { namesSameTrusts, sameTrust } from '@academies/handover';
import type { CorrectedTrusts } from '../handover/academy-approval.ts';
import { changeProject, refusedUnlessActive } from '../project/change-project.ts';

/** What the corrected decision names, the register's records of it, why, and what is known of the group. */
export interface CorrectTrusts extends CommandContext {
  /** Undefined while the decision was not corrected. */
  readonly decided: Pick<CorrectedTrusts, 'incomingTrust' | 'outgoingTrustUkprn'> | undefined;
  /** Undefined where the register has none under that number. */
  readonly incoming: Trust | undefined;
  /** Of transfers alone. */
  readonly outgoing: Trust | undefined;
  readonly reason: string;
  /** UKPRNs of the incoming trusts of the group's other projects. */
  readonly trustsInGroup: readonly (string | null)[];
}

/**
 * Takes over the trusts that the corrected decision names; tasks and contacts stay (docs/domain/complete.md, "About the
 * project"; docs/domain/handover.md, rules 3, 5 and 8).
 */
export function correctTrusts(
  project: CompleteProject,
  { decided, incoming, outgoing, reason, trustsInGroup, by, at }: CorrectTrusts,
): CommandResult<CompleteProject> {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  if (!decided) return refused('The decision has to be corrected in Prepare first');
  const { incomingTrust: previous, outgoingTrustUkprn, formingAMat, kind } = project;
  if (namesSameTrusts(project, decided))
    // Sent twice, it is corrected once.
    return project.trustCorrections.length > 0
      ? changed(project)
      : refused('The project has the trusts that the decision names');
  const problems: Problem[] = [
    ...(formingAMat ? [] : wrongTrust(incoming, previous.ukprn)),
    ...(kind === 'transfer' ? wrongTrust(outgoing, outgoingTrustUkprn) : []),
    ...(kind === 'transfer' && outgoing && sameTrust(incoming ?? decided.incomingTrust, outgoing)
      ? [{ message: 'The incoming trust is also the outgoing trust' }]
      : []),
    ...(!formingAMat && trustsInGroup.some((other) => other !== decided.incomingTrust.ukprn)
      ? [{ message: `The other projects of ${project.group} have another incoming trust. Change the group first` }]
      : []),
    ...(reason.trim() === '' ? [{ message: 'Enter why the trusts are corrected', field: 'reason' }] : []),
  ];
  if (problems.length > 0) return { problems };
  const { trn, name } = decided.incomingTrust;
  // A new trust that only has another name keeps the UKPRN that it got since.
  const kept = trn === previous.trn ? previous.ukprn : null;
  const ukprn = formingAMat ? kept : decided.incomingTrust.ukprn;
  const correction = { incomingTrust: previous, outgoingTrustUkprn, reason, by, at };
  return changeProject(
    project,
    {
      incomingTrust: { ukprn, trn, name },
      outgoingTrustUkprn: decided.outgoingTrustUkprn,
      trustCorrections: [...project.trustCorrections, correction],
    },
    by,
  );
}

/** A trust that stays may have closed meanwhile. */
function wrongTrust(trust: Trust | undefined, before: string | null): Problem[] {
  if (!trust?.ukprn)
    return [{ message: 'The register has no trust with that number. Correct the decision in Prepare' }];
  return isClosedTrust(trust) && trust.ukprn !== before
    ? [{ message: `${trust.name} is closed in the register. Correct the decision in Prepare` }]
    : [];
}
