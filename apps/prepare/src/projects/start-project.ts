import {
  changed,
  type IncomingTrust,
  type IsoDate,
  type Kind,
  type Person,
  type PreparedProject,
  ProjectStarted,
  refused,
  type Route,
  type Verdict,
} from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import type { Occasion } from './occasion.ts';
import { prepareEvent } from './prepare-event.ts';

/** What a project begins with. */
export interface StartProject extends Occasion {
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

/** Starts a project. A school that an open project holds already is refused at once (domain/prepare.md). */
export function startProject(
  _nothing: undefined,
  { broken, by, at, today: _today, urns, ...start }: StartProject,
): Verdict {
  const onSchool = broken.filter(({ mendedOn }) => mendedOn === 'school');
  if (onSchool.length > 0) return { problems: onSchool.map(({ message }) => ({ message, field: 'school' })) };
  if (urns.length === 0) return refused('Choose a school or an academy', 'school');
  const { proposedDate = null } = start;
  const project: PreparedProject = {
    ...blank,
    ...start,
    academies: urns.map((urn) => ({ urn })),
    proposedDate,
    proposedDecisionDate: start.proposedDecisionDate ?? null,
    assignedTo: start.assignedTo ?? null,
    formAMatReference: start.formAMatReference ?? null,
    dateHistory: proposedDate ? [{ previous: null, date: proposedDate, reasons: [], by, at }] : [],
    transfer: start.kind === 'transfer' ? { initiatedBy: null, reasons: [], type: null } : null,
    createdAt: at,
  };
  return changed(prepareEvent(ProjectStarted, { project, by }));
}

/** What no project has at its start. */
const blank = {
  group: null,
  grant: { type: null, pence: null },
  partOfPfiScheme: null,
  academyOrderDate: null,
  directiveAcademyOrderPackDate: null,
  status: 'pre_decision',
  decision: null,
  attempts: 0,
  summary: { rationale: null, risks: null, benefits: null, notes: [] },
  deleted: false,
} as const satisfies Partial<PreparedProject>;
