import { outgoing, type PreparedProject, PreparedProjectRepublished } from '@academies/contracts';
import type { PresentState } from '@academies/messaging';
import { sql } from '../database/sql.ts';

const idsAfter = `select id from project where number > coalesce($1::int, 0) order by number limit $2`;
const statesOf = `select state from project where id = any($1) order by number`;

/** What Prepare has, for publishing it again: every project, deleted ones too. */
export const presentState: PresentState = {
  subjectsAfter: async (em, last, count) =>
    (await sql<{ id: string }>(em, idsAfter, [last ?? null, count])).map(({ id }) => id),
  eventsOf: async (em, ids) =>
    (await sql<{ state: PreparedProject }>(em, statesOf, [ids])).map(({ state }) =>
      outgoing(PreparedProjectRepublished, { key: state.id, subject: state.id, value: { project: state } }),
    ),
};
