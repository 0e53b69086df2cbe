import { freshDatabase, freshNamespace } from '@academies/testing';
import { Service } from '@academies/testing/system';
import getPort from 'get-port';
import { lives, theRegister } from '../events/projects.ts';
import { aPublisher } from '../events/publisher.ts';
import type { Figure } from '../results/figure.ts';
import { timeBetween } from './time-between.ts';

const projects = 4_000;

/** Full topics, and Reporting as a process: journal, rows and history of every event. */
export async function projectorThroughput(order: 'in a row' | 'abreast', aim?: Figure['aim']): Promise<Figure[]> {
  const kafka = freshNamespace('bench');
  const publisher = await aPublisher(kafka, 'prepare');
  const database = await freshDatabase('bench_reporting');
  const variables = {
    DATABASE_URL: database.url,
    KAFKA_BROKERS: kafka.brokers.join(','),
    KAFKA_NAMESPACE: kafka.namespace,
    PORT: String(await getPort()),
  };
  const reporting = new Service('apps/reporting/dist/main.js', variables);
  try {
    await publisher.queue([...theRegister(1), ...lives(projects, order)]);
    await publisher.publish();
    reporting.start();
    const end = projects * 10 + 2;
    const { seconds, done } = await timeBetween(database.url, journal, end);
    return [
      {
        what: `projector, ten events a project, ${order}`,
        seen: done / seconds,
        unit: 'events/s',
        ...(aim && { aim }),
      },
    ];
  } finally {
    await reporting.stop('SIGTERM');
    await publisher.stop();
    await database.drop();
  }
}

const journal = 'select max(position) as count from journal';
