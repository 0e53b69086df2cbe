import { ask } from '@academies/testing/system';
import { approvedProjects, creations } from '../events/projects.ts';
import type { Figure } from '../results/figure.ts';
import { aMeasuredPlace, makeTables } from './measured-place.ts';
import { timeBetween } from './time-between.ts';

const projects = 5_000;

/** Projects that were handed over and wait, from their states in a JSON array. */
const waiting = [
  `insert into project (id, state) select state ->> 'id', state from jsonb_array_elements($1::jsonb) as state`,
  `insert into handover_attempt (project_id, attempt, urns, by_name, at, approval_id)
   select state ->> 'id', 1, array[state #>> '{academies,0,urn}'], 'Rowan Ashby', now(), gen_random_uuid()
     from jsonb_array_elements($1::jsonb) as state`,
  `insert into project_academy (project_id, urn, position, handover_state)
   select state ->> 'id', state #>> '{academies,0,urn}', 0, 'waiting' from jsonb_array_elements($1::jsonb) as state`,
];

/** A full topic of answers, and Prepare as a process: Complete's project, the answer, the academy's state and inbox of each. */
export async function answersThroughput(): Promise<Figure[]> {
  const place = await aMeasuredPlace('bench_prepare');
  try {
    const complete = await place.publisher('complete');
    const prepare = await place.service('prepare');
    await makeTables(prepare);
    for (const statement of waiting) await ask(place.url, statement, [JSON.stringify(approvedProjects(projects))]);
    await complete.queue(creations(projects));
    await complete.publish();
    prepare.start();
    const { seconds, done } = await timeBetween(place.url, 'select count(*) from handover_answer', projects);
    return [{ what: 'answers in Prepare', seen: done / seconds, unit: 'answers/s', aim: { atLeast: 3_000 } }];
  } finally {
    await place.stop();
  }
}
