import {
  aDeletedProject,
  anExampleCompleteProject,
  anOfficer,
  type CompleteProject,
  CompleteProjectDeleted,
  CompleteProjectRepublished,
  type EventDefinition,
  HandoverConfirmed,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  type HandoverState,
  type PrepareStatus,
  ProjectCreated,
  type TopicName,
} from '@academies/contracts';

/** An event of Complete in a case. */
export interface CaseEvent {
  readonly type: string;
  readonly value: unknown;
}

/** What Prepare and Complete said about a transfer, and where the handover of each academy then stands. */
export interface HandoverCase {
  readonly name: string;
  readonly status: PrepareStatus;
  /** The URNs of each attempt on record, the first attempt first. */
  readonly attempts: readonly (readonly string[])[];
  /** How many attempts Prepare's state counts, when that differs from those on record. */
  readonly counted?: number;
  /** What Complete published, in its order. */
  readonly events: readonly CaseEvent[];
  readonly states: Readonly<Record<string, HandoverState>>;
}

/** The project of the cases, a transfer of two academies. */
export const caseProject = '1043';
const [one, two] = ['900201', '900202'] as const;
export const caseUrns: readonly string[] = [one, two];

/** The id of an attempt's approval. */
export const approvalOf = (attempt: number): string => `01999c5e-7a10-7c3e-9b1a-00000000000${attempt}`;

const event = <Value>(type: EventDefinition<string, TopicName, Value>, value: NoInfer<Value>): CaseEvent => ({
  type: type.type,
  value,
});
const project = (urn: string, number: number, more: Partial<CompleteProject> = {}): CompleteProject => ({
  ...anExampleCompleteProject,
  id: `01999c5e-7a10-7c3e-9b1a-${urn}00000${number}`,
  prepareId: caseProject,
  urn,
  kind: 'transfer',
  directiveAcademyOrder: null,
  outgoingTrustUkprn: '19000077',
  ...more,
});
const at = (minute: number) => `2026-10-06T15:0${minute}:00.000Z`;

const created = (urn: string, attempt = 1) => event(ProjectCreated, { project: project(urn, attempt), attempt });
const confirmed = (urn: string, made: number, attempt: number) =>
  event(HandoverConfirmed, { project: project(urn, made), attempt });
const deleted = (urn: string, made = 1) =>
  event(CompleteProjectDeleted, { project: project(urn, made, { state: aDeletedProject.state }), by: anOfficer });
const lives = (urn: string, more: Partial<CompleteProject> = {}) =>
  event(CompleteProjectRepublished, { project: project(urn, 1, more) });
const rejected = (urn: string, attempt = 1, minute = 1) =>
  event(HandoverRejected, {
    prepareId: caseProject,
    urn,
    attempt,
    reasons: [{ rule: 'school-is-open', message: `Closed, said at minute ${minute}`, fixOn: 'school' }],
    at: at(minute),
  });
const heldUp = (urn: string | null, attempt: number | null, approval: number, minute = 1) =>
  event(HandoverHeldUp, { prepareId: caseProject, urn, attempt, approval: approvalOf(approval), at: at(minute) });
const discarded = (urn: string | null, attempt: number | null, approval: number, minute = 2) =>
  event(HandoverDiscarded, {
    prepareId: caseProject,
    urn,
    attempt,
    approval: approvalOf(approval),
    note: 'Sent twice by mistake',
    at: at(minute),
  });

const both = [one, two];
const approved = (
  name: string,
  events: readonly CaseEvent[],
  states: readonly [HandoverState, HandoverState],
  more: Partial<HandoverCase> = {},
): HandoverCase => ({
  name,
  status: 'approved',
  attempts: [both],
  events,
  states: { [one]: states[0], [two]: states[1] },
  ...more,
});
const again = { attempts: [both, both] };

/** Every reader of the handover comes to these states: the function, Prepare by its tables, Reporting by its journal. */
export const handoverCases: readonly HandoverCase[] = [
  approved('before a decision nothing is due', [], ['not_due', 'not_due'], { status: 'pre_decision', attempts: [] }),
  approved('it waits until Complete answers', [], ['waiting', 'waiting']),
  approved('each academy has a state of its own', [created(one), rejected(two)], ['created', 'rejected']),
  approved('a confirmed project counts as created', [confirmed(one, 1, 1)], ['created', 'waiting']),
  approved(
    'it stays created whatever becomes of the project',
    [lives(one, { state: 'completed' })],
    ['created', 'waiting'],
  ),
  approved('it is held up, one academy or all', [heldUp(one, 1, 1)], ['held_up', 'waiting']),
  approved(
    'what was held up and then taken over is created',
    [heldUp(one, 1, 1), created(one)],
    ['created', 'waiting'],
  ),
  approved(
    'what service support discards is rejected',
    [heldUp(null, null, 1), discarded(null, null, 1)],
    ['rejected', 'rejected'],
  ),
  approved('a later decision that is no approval ends it', [rejected(one), rejected(two)], ['not_due', 'not_due'], {
    status: 'withdrawn',
  }),
  approved('it waits again at the next attempt', [rejected(one), rejected(two)], ['waiting', 'waiting'], again),
  approved('an academy that replaced another waits for nothing', [rejected(one)], ['rejected', 'not_due'], {
    attempts: [[one]],
  }),

  // (a) An answer to an approval that could not be read names the approval's own event.
  approved('an unreadable approval of this attempt is held up', [heldUp(null, null, 2)], ['held_up', 'held_up'], again),
  approved(
    'an unreadable approval of an older attempt says nothing',
    [heldUp(null, null, 1, 9)],
    ['waiting', 'waiting'],
    again,
  ),
  approved(
    'one discarded long ago says nothing, however late it is read',
    [discarded(null, null, 1, 9)],
    ['waiting', 'waiting'],
    again,
  ),
  approved('an approval that Prepare never made says nothing', [heldUp(null, null, 7)], ['waiting', 'waiting']),

  // (b) Held up counts only when it names the approval of the present attempt.
  approved(
    'rejected stays rejected when a later event is held up',
    [rejected(one), heldUp(null, null, 7, 5)],
    ['rejected', 'waiting'],
  ),
  approved(
    'rejected stays rejected when its own approval is held up once more',
    [rejected(one), heldUp(one, 1, 1, 5)],
    ['rejected', 'waiting'],
  ),

  // (c) No attempt on record.
  approved('without an attempt on record nothing is due', [], ['not_due', 'not_due'], { attempts: [], counted: 1 }),
  approved(
    'without an attempt on record a living project is created',
    [lives(one), rejected(two)],
    ['created', 'not_due'],
    { attempts: [], counted: 1 },
  ),

  // (d) Deleted in Complete.
  approved('a deleted project is deleted', [created(one), deleted(one)], ['deleted', 'waiting']),
  approved('one that was deleted before its creation was read is deleted', [deleted(one)], ['deleted', 'waiting']),
  approved(
    'one that was held up, then deleted unseen is deleted',
    [heldUp(one, 1, 1), deleted(one)],
    ['deleted', 'waiting'],
  ),
  approved('one deleted at an older attempt says nothing', [created(one), deleted(one)], ['waiting', 'waiting'], again),
  approved(
    'handed over again after a deletion it is created again',
    [created(one), deleted(one), created(one, 2)],
    ['created', 'waiting'],
    again,
  ),
];
