import {
  changed,
  type CommandContext,
  type CommandResult,
  type IncomingTrust,
  type IsoDate,
  type Kind,
  type Person,
  type NewPreparedProject,
  PreparedProject,
  ProjectStarted,
  refused,
  type Route,
} from '@academies/contracts';
import type { BrokenRule } from '@academies/handover';
import { prepareEvent } from '../project/project.ts';
import { noHandover, type Project } from '../project/project.ts';

/** What a project begins with. */
export interface StartProject extends CommandContext {
  readonly id: string;
  readonly kind: Kind;
  readonly route: Route | null;
  readonly urns: readonly string[];
  readonly formingAMat: boolean;
  readonly incomingTrust: IncomingTrust;
  readonly outgoingTrustUkprn: string | null;
  readonly proposedDecisionDate?: IsoDate | null;
  readonly proposedDate?: IsoDate | null;
  readonly assignedTo?: Person | null;
  readonly formAMatReference?: string | null;
  /** Rules about the school that are broken: closed, of the wrong kind, or another project holds it. */
  readonly broken: readonly BrokenRule[];
}

/** Starts a project. A school that an open project holds already is refused at once (docs/domain/prepare.md). */
export function startProject(
  _nothing: undefined,
  { broken, by, at, today: _today, urns, ...start }: StartProject,
): CommandResult<Project> {
  const onSchool = broken.filter(({ fixOn }) => fixOn === 'school');
  if (onSchool.length > 0) return { problems: onSchool.map(({ message }) => ({ message, field: 'school' })) };
  if (urns.length === 0) return refused('Choose a school or an academy', 'school');
  const { proposedDate = null } = start;
  const facts = PreparedProject.parse({
    ...start,
    academies: urns.map((urn) => ({ urn })),
    dateHistory: proposedDate ? [{ previous: null, date: proposedDate, reasons: [], by, at }] : [],
    transfer: start.kind === 'transfer' ? {} : null,
    createdAt: at,
  } satisfies NewPreparedProject);
  return changed({ facts, handover: noHandover }, prepareEvent(ProjectStarted, { project: facts, by }));
}
