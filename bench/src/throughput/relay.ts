import { freshNamespace } from '@academies/testing';
import { lives } from '../events/projects.ts';
import { aPublisher } from '../events/publisher.ts';
import type { Figure } from '../results/figure.ts';

const projects = 5_000;

/** A full outbox, and one relay. */
export async function relayThroughput(): Promise<Figure[]> {
  const publisher = await aPublisher(freshNamespace('bench'), 'prepare');
  try {
    await publisher.queue(lives(projects, 'abreast'));
    const seconds = await publisher.publish();
    return [{ what: 'relay', seen: (projects * 10) / seconds, unit: 'events/s', aim: { atLeast: 5_000 } }];
  } finally {
    await publisher.stop();
  }
}
