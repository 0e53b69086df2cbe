import { newEvent, type PreparedProject, PreparedProjectRepublished } from '@academies/contracts';
import { sql } from '@academies/database';
import { type OnWentBack, type PresentState, republish } from '@academies/messaging';

const idsAfter = `select id from project where number > coalesce($1::int, 0) order by number limit $2`;
const statesOf = `select state from project where id = any($1) order by number`;

/** What Prepare has, for publishing it again: every project, deleted ones too. */
export const presentState: PresentState = {
  subjectsAfter: async (em, last, count) =>
    (await sql<{ id: string }>(em, idsAfter, [last ?? null, count])).map(({ id }) => id),
  eventsOf: async (em, ids) =>
    (await sql<{ state: PreparedProject }>(em, statesOf, [ids])).map(({ state }) =>
      newEvent(PreparedProjectRepublished, { key: state.id, subject: state.id, value: { project: state } }),
    ),
};

/** The database went back: no number that was published is given again, and all learn what is true now. */
export const onWentBack: OnWentBack = {
  draws: {
    project_number: 'project.id',
    group_number: 'project.group',
    form_a_mat_number: 'project.formAMatReference',
  },
  publishState: (orm) => republish(orm, presentState),
};
