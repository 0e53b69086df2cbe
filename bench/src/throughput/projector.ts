import { lives, theRegister } from '../events/projects.ts';
import type { Figure } from '../results/figure.ts';
import { aMeasuredPlace } from './measured-place.ts';
import { timeBetween } from './time-between.ts';

const projects = 4_000;

/** Full topics, and Reporting as a process: journal, rows and history of every event. */
export async function projectorThroughput(order: 'in a row' | 'abreast', aim?: Figure['aim']): Promise<Figure[]> {
  const place = await aMeasuredPlace('bench_reporting');
  try {
    const publisher = await place.publisher('prepare');
    const reporting = await place.service('reporting');
    await publisher.queue([...theRegister(1), ...lives(projects, order)]);
    await publisher.publish();
    reporting.start();
    const end = projects * 10 + 2;
    const { seconds, done } = await timeBetween(place.url, journal, end);
    return [
      {
        what: `projector, ten events a project, ${order}`,
        seen: done / seconds,
        unit: 'events/s',
        ...(aim && { aim }),
      },
    ];
  } finally {
    await place.stop();
  }
}

const journal = 'select max(position) as count from journal';
