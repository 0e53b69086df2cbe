import { eventually } from '@academies/testing';
import { count } from '@academies/testing/system';
import { approvals, theRegister } from '../events/projects.ts';
import type { Figure } from '../results/figure.ts';
import { aMeasuredPlace, makeTables } from './measured-place.ts';
import { timeBetween } from './time-between.ts';

const projects = 5_000;

/** A full topic of approvals, and Handover as a process: seventeen rules, project, answer and inbox of each. */
export async function handoverThroughput(): Promise<Figure[]> {
  const place = await aMeasuredPlace('bench_complete');
  try {
    const [prepare, register] = [await place.publisher('prepare'), await place.publisher('register')];
    await makeTables(await place.service('complete'));
    const handover = await place.service('handover');
    await register.queue(theRegister(projects));
    await register.publish();
    handover.start();
    const copied = async () => (await count(place.url, 'select from register_establishment')) === projects;
    await eventually(copied, { within: 120_000, every: 200 });
    await handover.stop('SIGTERM');
    await prepare.queue(approvals(projects));
    await prepare.publish();
    handover.start();
    const { seconds, done } = await timeBetween(place.url, 'select count(*) from project', projects);
    return [{ what: 'handover', seen: done / seconds, unit: 'projects/s', aim: { atLeast: 1_000 } }];
  } finally {
    await place.stop();
  }
}
