import { Counter, Gauge, register } from 'prom-client';

const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []): Counter<Label> =>
  (register.getSingleMetric(name) as Counter<Label> | undefined) ?? new Counter({ name, help, labelNames });

const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> =>
  (register.getSingleMetric(name) as Gauge<Label> | undefined) ?? new Gauge({ name, help, labelNames });

/** A figure that is asked for when the metrics are read; while it cannot be had, the last one stands. */
export function countWhenRead(name: string, help: string, count: () => Promise<number>): void {
  const asked = gauge(name, help);
  Object.assign(asked, {
    collect: () =>
      count().then(
        (found) => asked.set(found),
        () => {},
      ),
  });
}

export const relayed = counter('outbox_published_total', 'Events published by this process');
export const handled = counter('events_handled_total', 'Events that took effect', ['group']);
export const duplicates = counter('events_duplicate_total', 'Events dropped since they had arrived before', ['group']);
export const gaps = counter('event_sequence_gaps_total', 'Numbers of a subject that were skipped', ['group']);
export const parkings = counter('dead_letters_parked_total', 'Messages set aside', ['group', 'kind']);
export const lag = gauge('consumer_lag', 'Messages that wait in partitions that this process reads', [
  'group',
  'topic',
  'partition',
]);
export const outboxSize = gauge('outbox_unpublished', 'Events that wait in the outbox');
export const outboxAge = gauge('outbox_oldest_seconds', 'Age of the oldest event that waits in the outbox');
export const outboxRefused = gauge('outbox_refused', 'Events that the broker refuses, each holding its key back');
export const parkedMessages = gauge('dead_letters', 'Messages set aside, waiting for a decision', ['group']);
