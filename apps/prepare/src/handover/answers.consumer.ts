import type { CompleteProject, PreparedProject } from '@academies/contracts';
import { sql } from '@academies/database';
import { handoverAnswer } from '@academies/handover';
import { EventConsumer, type ReceivedEvent, subscription, type WholeBatches } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { loadHandovers } from '../project/project.repository.ts';
import { academiesOf } from '../project/project.ts';

/** Prepare listens to all that Complete says of its projects. */
const answers = subscription({
  group: 'prepare',
  topics: {
    'complete.projects': {
      'complete.project.created.v1': 'handled',
      'complete.handover.confirmed.v1': 'handled',
      'complete.handover.rejected.v1': 'handled',
      'complete.handover.held-up.v1': 'handled',
      'complete.handover.discarded.v1': 'handled',
      'complete.project.handover-details-added.v1': 'handled',
      'complete.project.changed.v1': 'handled',
      'complete.project.completed.v1': 'handled',
      'complete.project.dao-revoked.v1': 'handled',
      'complete.project.deleted.v1': 'handled',
      'complete.project.state-republished.v1': 'handled',
    },
  },
});

/** Applies what Complete answers and reports, a batch at a time. */
@EventConsumer(answers)
export class AnswersConsumer implements WholeBatches {
  /** In the transaction of the batch: Complete's projects as they now stand, its answers, and what both come to. */
  flush(events: readonly ReceivedEvent[], em: EntityManager): Promise<void> {
    return applyAnswers(events, em);
  }
}

/** Repeated or late, events change nothing; projects that Prepare does not have are left alone. */
export async function applyAnswers(events: readonly ReceivedEvent[], em: EntityManager): Promise<void> {
  const ids = [...new Set(events.map(({ key }) => key))];
  const held = await sql<{ facts: PreparedProject }>(em, answersSql.hold, [ids]);
  await sql(em, answersSql.saveProjects, [JSON.stringify(newestOf(events))]);
  await sql(em, answersSql.saveAnswers, [JSON.stringify(events.flatMap(answerIn))]);
  const projects = held.map(({ facts }) => facts);
  const handovers = await loadHandovers(em, projects);
  const states = projects.flatMap((facts) =>
    academiesOf({ facts, handover: handovers(facts) }).map(({ urn, state }) => ({ projectId: facts.id, urn, state })),
  );
  await sql(em, answersSql.saveStates, [JSON.stringify(states)]);
}

/** The newest state of each project that the events carry. */
function newestOf(events: readonly ReceivedEvent[]) {
  const newest = new Map<string, { id: string; sequence: number; project: CompleteProject }>();
  for (const { value, sequence } of events) {
    const { project } = value as { project?: CompleteProject };
    if (project && sequence > (newest.get(project.id)?.sequence ?? 0))
      newest.set(project.id, { id: project.id, sequence, project });
  }
  return [...newest.values()];
}

const answerIn = ({ id, key, type, value }: ReceivedEvent) => {
  const answer = handoverAnswer(type, value);
  return answer ? [{ ...answer, eventId: id, projectId: key }] : [];
};

export const answersSql = {
  /** Holds the projects that are answered about, in one order everywhere, so that two writers never wait for each other. */
  hold: 'select state as facts from project where id = any ($1::text[]) order by id for update',
  /** The newest state of a Complete project stays, in whatever order they come. */
  saveProjects: `
    insert into complete_project as known (id, sequence, state)
    select id, sequence, project from jsonb_to_recordset($1::jsonb) as news (id uuid, sequence bigint, project jsonb)
     order by id
    on conflict (id) do update set sequence = excluded.sequence, state = excluded.state
     where known.sequence < excluded.sequence`,
  /**
   * An answer is saved once, by the event that brought it, with the attempt that it names by number or by its approval's
   * event. What answers no project or attempt of ours is left alone.
   */
  saveAnswers: `
    insert into handover_answer (event_id, project_id, attempt, urn, says, reasons, complete_id, at)
    select "eventId", news."projectId", coalesce(news.attempt, named.attempt), news.urn, says, reasons, news.project, news.at
      from jsonb_to_recordset($1::jsonb) as news
             ("eventId" uuid, "projectId" text, attempt int, approval uuid, urn text, says text, reasons jsonb,
              project uuid, at timestamptz)
      join project on project.id = news."projectId"
      left join handover_attempt as named on named.project_id = news."projectId" and named.approval_id = news.approval
     where coalesce(news.attempt, named.attempt) is not null
    on conflict (event_id) do nothing`,
  /** For lists and filters; pages work it out afresh. */
  saveStates: `
    update project_academy as academy set handover_state = news.state
      from jsonb_to_recordset($1::jsonb) as news ("projectId" text, urn text, state text)
     where academy.project_id = news."projectId" and academy.urn = news.urn and academy.handover_state <> news.state`,
};
