import type { CompleteProject } from '@academies/contracts';
import type { ReceivedEvent } from '@academies/messaging';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import { ProjectRow } from '../projects/tables.ts';
import { answerOf } from './answer-of.ts';
import { keepHandoverStates } from './keep-handover-states.ts';
import { keepAnswerSql, keepCompleteProjectSql } from './take-answers.sql.ts';

/**
 * Takes events of Complete, in the transaction of their batch: its projects as they now stand, and its answers. Repeated
 * or late, they change nothing. Approvals that Prepare never made have no row here and are left alone.
 */
export async function takeAnswers(em: EntityManager, events: readonly ReceivedEvent[]): Promise<void> {
  for (const { project, sequence } of newestOf(events))
    await sql(em, keepCompleteProjectSql, [project.id, sequence, JSON.stringify(project)]);
  // In one order everywhere, so that two writers never wait for each other.
  const keys = [...new Set(events.map(({ key }) => key))].sort();
  for (const key of keys) {
    const row = await em.findOne(ProjectRow, { id: key }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (!row) continue;
    for (const event of events) if (event.key === key) await keepAnswer(em, event, row.state.attempts);
    await keepHandoverStates(em, row.state);
  }
}

/** The newest state of each project that the events carry. */
function newestOf(events: readonly ReceivedEvent[]) {
  const newest = new Map<string, { project: CompleteProject; sequence: number }>();
  for (const { value, sequence } of events) {
    const { project } = value as { project?: CompleteProject };
    if (project && sequence > (newest.get(project.id)?.sequence ?? 0)) newest.set(project.id, { project, sequence });
  }
  return newest.values();
}

async function keepAnswer(em: EntityManager, { id, key, type, value }: ReceivedEvent, present: number): Promise<void> {
  const answer = answerOf(type, value, present);
  if (!answer) return;
  const { attempt, urn, says, reasons, at } = answer;
  await sql(em, keepAnswerSql, [id, key, attempt, urn, says, JSON.stringify(reasons), at]);
}
