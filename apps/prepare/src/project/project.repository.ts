import {
  type Changed,
  type CommandContext,
  type CompleteProject,
  DecisionRecorded,
  NotFoundError,
  type OutboxEvent,
  PreparedProject,
  ProjectApproved,
  type RejectionReason,
  type ValueOf,
} from '@academies/contracts';
import { sql } from '@academies/database';
import type { Faster } from '@academies/forms';
import type { Attempt, HandoverAnswer } from '@academies/handover';
import { queueEvents } from '@academies/messaging';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { isDeepStrictEqual } from 'node:util';
import { academiesOf, type Handover, type Project } from './project.ts';
import { AcademyRow, AnswerRow, AttemptRow, type Changes, DecisionRow, ProjectRow } from './project.tables.ts';

/** A project as it is stored, with the number of its last change. */
export interface StoredProject extends Project {
  readonly version: number;
  readonly changes: Changes;
}

/** Reads a project. With `toChange` it stays as it is until the transaction of `em` ends. */
export async function loadProject(em: EntityManager, id: string, { toChange = false } = {}): Promise<StoredProject> {
  const row = await em.findOne(
    ProjectRow,
    { id },
    toChange ? { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } : { disableIdentityMap: true },
  );
  if (!row || row.state.deleted) throw new NotFoundError('PREPARE.NO_PROJECT', `There is no project ${id}`);
  // One that was stored before a fact was thought of has that fact's default.
  const facts = PreparedProject.parse(row.state);
  return { facts, version: row.version, changes: row.changes, handover: await loadHandover(em, facts) };
}

/** How the handover of a project goes. */
export const loadHandover = async (em: EntityManager, facts: PreparedProject): Promise<Handover> =>
  (await loadHandovers(em, [facts]))(facts);

const handoversSql = {
  attempts: `
    select project_id as id, attempt as number, approval_id as approval, to_jsonb(urns) as urns
      from handover_attempt where project_id = any ($1::text[])`,
  answers: `
    select project_id as id, urn, attempt, null as approval, says, reasons, complete_id as project, at
      from handover_answer where project_id = any ($1::text[])`,
  inComplete: 'select prepare_id as id, state from complete_project where prepare_id = any ($1::text[])',
};

/** How the handovers of some projects go, by project; each table is read once. */
export async function loadHandovers(
  em: EntityManager,
  projects: readonly PreparedProject[],
): Promise<(facts: PreparedProject) => Handover> {
  const ids = projects.map(({ id }) => id);
  const read = async <Row>(statement: string) => byProject(await sql<Row & Keyed>(em, statement, [ids]));
  const attempts = await read<Attempt>(handoversSql.attempts);
  const answers = await read<HandoverAnswer>(handoversSql.answers);
  const inComplete = await read<{ state: CompleteProject }>(handoversSql.inComplete);
  return ({ id, attempts: present }) => ({
    attempt: attempts(id).find(({ number }) => number === present) ?? null,
    answers: answers(id).map((answer) => ({ ...answer, at: new Date(answer.at).toISOString() })),
    inComplete: inComplete(id).map(({ state }) => state),
  });
}

interface Keyed {
  readonly id: string;
}

function byProject<Row extends Keyed>(rows: readonly Row[]): (id: string) => Omit<Row, 'id'>[] {
  const found = new Map<string, Omit<Row, 'id'>[]>();
  for (const { id, ...row } of rows) found.set(id, [...(found.get(id) ?? []), row]);
  return (id) => found.get(id) ?? [];
}

/** What some events add to the tables besides the project's new state. */
const records: Readonly<
  Record<string, (em: EntityManager, event: OutboxEvent, context: CommandContext) => Promise<unknown>>
> = {
  [DecisionRecorded.type]: async (em, { key, value }) =>
    em.insert(DecisionRow, {
      projectId: key,
      number: (await em.count(DecisionRow, { projectId: key })) + 1,
      state: (value as ValueOf<typeof DecisionRecorded>).decision,
    }),
  [ProjectApproved.type]: (em, { id: approvalId, key, value }, { by, at }) => {
    const { project, attempt } = value as ValueOf<typeof ProjectApproved>;
    const urns = project.academies.map(({ urn }) => urn);
    const row = { projectId: key, attempt, urns, approvalId, byName: by.name, at: new Date(at) };
    // Sent again it is the same attempt, by the same person at the same time, and answers name the newest approval.
    return em.upsert(AttemptRow, row, {
      onConflictFields: ['projectId', 'attempt'],
      onConflictMergeFields: ['approvalId'],
    });
  },
};

/**
 * Writes the state that a command led to and queues its events, in the transaction of `em`: state and events are one commit
 * (docs/architecture.md, "In one paragraph"). The row of a project that exists is held by `loadProject`.
 */
export async function saveResult(
  em: EntityManager,
  { state, events }: Changed<Project>,
  context: CommandContext,
): Promise<void> {
  if (events.length === 0) return;
  const { facts } = state;
  const row = await em.findOne(ProjectRow, { id: facts.id });
  if (row) {
    const changes = { ...row.changes, ...changesOf(row.state, facts, context) };
    em.assign(row, { state: facts, version: row.version + 1, changes });
  } else em.create(ProjectRow, { id: facts.id, version: 1, state: facts, changes: {} });
  await em.flush();
  for (const event of events) await records[event.event.type]?.(em, event, context);
  await saveHandoverStates(em, state);
  await queueEvents(em, ...events);
}

/** The facts that differ, each with who changed it and when; those of the case and of a transfer one by one. */
function changesOf(before: PreparedProject, after: PreparedProject, { by, at }: CommandContext): Changes {
  const placesOf = ({ summary, transfer, ...facts }: PreparedProject) => ({
    ...facts,
    ...Object.fromEntries(Object.entries(summary ?? {}).map(([name, value]) => [`summary.${name}`, value])),
    ...Object.fromEntries(Object.entries(transfer ?? {}).map(([name, value]) => [`transfer.${name}`, value])),
  });
  const was: Record<string, unknown> = placesOf(before);
  const changed = Object.entries(placesOf(after)).filter(([place, value]) => !isDeepStrictEqual(was[place], value));
  return Object.fromEntries(changed.map(([place]) => [place, { name: by.name, at }]));
}

/** Who changed one of these places last. */
export const lastChange = ({ changes }: StoredProject, places: readonly string[]): Faster | undefined =>
  places.flatMap((place) => changes[place] ?? []).toSorted((one, other) => (one.at < other.at ? 1 : -1))[0];

/** Writes each academy with the state of its handover, for lists and filters; pages work it out afresh. */
export async function saveHandoverStates(em: EntityManager, project: Project): Promise<void> {
  const { id: projectId } = project.facts;
  await em.nativeDelete(AcademyRow, { projectId });
  await em.insertMany(
    AcademyRow,
    academiesOf(project).map(({ urn, state }, position) => ({ projectId, urn, position, handoverState: state })),
  );
}

/** An attempt to hand a project over, with what Complete answered to it. */
export interface PastAttempt {
  readonly attempt: number;
  readonly by: string;
  readonly at: string;
  readonly answers: readonly { urn: string | null; says: string; reasons: readonly RejectionReason[]; at: string }[];
}

/** Every attempt, newest first. */
export async function pastAttempts(em: EntityManager, { id }: PreparedProject): Promise<PastAttempt[]> {
  const plain = { disableIdentityMap: true } as const;
  const attempts = await em.find(AttemptRow, { projectId: id }, { ...plain, orderBy: { attempt: 'desc' } });
  const answers = await em.find(AnswerRow, { projectId: id }, { ...plain, orderBy: { at: 'asc' } });
  return attempts.map(({ attempt, byName, at }) => ({
    attempt,
    by: byName,
    at: at.toISOString(),
    answers: answers
      .filter((answer) => answer.attempt === attempt)
      .map((answer) => ({
        urn: answer.urn ?? null,
        says: answer.says,
        reasons: answer.reasons,
        at: answer.at.toISOString(),
      })),
  }));
}
