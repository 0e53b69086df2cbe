import { eventually, freshDatabase, freshNamespace } from '@academies/testing';
import { count, Service } from '@academies/testing/system';
import getPort from 'get-port';
import { approvals, theRegister } from '../events/projects.ts';
import { aPublisher } from '../events/publisher.ts';
import type { Figure } from '../results/figure.ts';
import { timeBetween } from './time-between.ts';

const projects = 5_000;

/** A full topic of approvals, and Handover as a process: seventeen rules, project, answer and inbox of each. */
export async function handoverThroughput(): Promise<Figure[]> {
  const kafka = freshNamespace('bench');
  const prepare = await aPublisher(kafka, 'prepare');
  const register = await aPublisher(kafka, 'register');
  const database = await freshDatabase('bench_complete');
  const service = async (name: string) =>
    new Service(`apps/${name}/dist/main.js`, {
      DATABASE_URL: database.url,
      KAFKA_BROKERS: kafka.brokers.join(','),
      KAFKA_NAMESPACE: kafka.namespace,
      PORT: String(await getPort()),
    });
  const [complete, handover] = [await service('complete'), await service('handover')];
  try {
    complete.start();
    await eventually(() => complete.isReady(), { within: 60_000 });
    await complete.stop('SIGTERM');
    await register.queue(theRegister(projects));
    await register.publish();
    handover.start();
    const copied = async () => (await count(database.url, 'select from register_establishment')) === projects;
    await eventually(copied, { within: 120_000, every: 200 });
    await handover.stop('SIGTERM');
    await prepare.queue(approvals(projects));
    await prepare.publish();
    handover.start();
    const { seconds, done } = await timeBetween(database.url, 'select count(*) from project', projects);
    return [{ what: 'handover', seen: done / seconds, unit: 'projects/s', aim: { atLeast: 1_000 } }];
  } finally {
    await Promise.all([complete.stop(), handover.stop('SIGTERM')]);
    await Promise.all([prepare.stop(), register.stop()]);
    await database.drop();
  }
}
