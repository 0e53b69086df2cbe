import { endOffsets, type KafkaSettings, type Offsets, topicsOf } from '@academies/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { readModelSubscription } from '../projector/read-model.subscription.ts';

/** That Kafka does not answer is said by the answer, and logged by the consumer. */
const silent = pino({ level: 'silent' });

const freshFor = 5_000;
const patience = 1_500;

/** Asks Kafka how far its topics go: now and then, and never for long, since a page or a file waits for it. */
export class TopicEnds {
  #asked = -Infinity;
  #ends: Promise<Offsets | null> = Promise.resolve(null);

  constructor(private readonly kafka: KafkaSettings) {}

  async now(): Promise<Offsets | null> {
    if (performance.now() - this.#asked > freshFor) {
      this.#asked = performance.now();
      this.#ends = endOffsets(this.kafka, topicsOf(readModelSubscription), silent).catch(() => null);
    }
    return Promise.race([this.#ends, pause(patience, null, { ref: false })]);
  }
}

/** Messages between what was read and the ends; those of an end that was asked for earlier are read already. */
export function waitingBetween(read: Offsets, ends: Offsets): number {
  let waiting = 0;
  for (const [topic, partitions] of Object.entries(ends))
    for (const [partition, end] of Object.entries(partitions))
      waiting += Math.max(0, Number(end) - Number(read[topic]?.[partition] ?? 0));
  return waiting;
}
