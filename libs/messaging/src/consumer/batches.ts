import type { TopicName } from '@academies/contracts';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import type { Logger } from 'pino';
import { lag } from '../health/metrics.ts';
import { offBroker, onBroker } from '../kafka/kafka-settings.ts';
import { backOff } from '../timing/back-off.ts';
import { pauseUnless } from '../timing/pause.ts';
import { arrivalOf } from './arrival.ts';
import { chunksOf } from './chunks.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import type { Handler } from './handler.ts';
import { Pulse } from './pulse.ts';
import { rawMessage } from './raw-message.ts';
import { type Assignment, type StartingPoint, startingPoints } from './starting-points.ts';
import { Stopped } from './stopped.ts';
import { ToldOffsets } from './told-offsets.ts';

/** What kafkajs fetches, brought to the handler chunk by chunk; nothing but kafkajs's own errors goes back to it. */
export class Batches {
  private started: Promise<void> = Promise.resolve();
  private suspects = new Map<string, bigint>();
  readonly told: ToldOffsets;

  constructor(
    private readonly options: ConsumerOptions,
    private readonly consumer: Consumer,
    private readonly handler: Handler,
    private readonly logger: Logger,
    private readonly stop: AbortSignal,
  ) {
    this.told = new ToldOffsets(consumer, logger);
  }

  /** This member has partitions, perhaps others than before: each is read from where the database says. */
  joined(assigned: Assignment): void {
    const { kafka } = this.options;
    const named = Object.fromEntries(Object.entries(assigned).map(([topic, partitions]) => [offBroker(kafka, topic), partitions]));
    lag.reset();
    this.started = this.seek(named);
  }

  /** Answers to kafkajs's eachBatch. */
  readonly take = async (payload: EachBatchPayload): Promise<void> => {
    const pulse = new Pulse(payload.heartbeat, this.stop);
    try {
      await Promise.race([this.started, aborted(pulse.signal)]);
      await this.handleBatch(payload, pulse);
    } catch (error) {
      if (pulse.error) throw pulse.error;
      if (error instanceof Stopped) return;
      // kafkajs stops for good, and silently, on a TypeError. The batch is not resolved, so it is fetched again.
      this.logger.error({ err: error }, 'A batch could not be taken and is read again');
      await pauseUnless(pulse.signal, 1_000);
    } finally {
      pulse.end();
    }
    if (pulse.error) throw pulse.error;
  };

  private async handleBatch({ batch, resolveOffset, isRunning, isStale }: EachBatchPayload, pulse: Pulse): Promise<void> {
    const { kafka, subscription, batchSize } = this.options;
    const topic = offBroker(kafka, batch.topic) as TopicName;
    const { partition } = batch;
    for (const { messages, nextOffset } of chunksOf(batch, batchSize ?? 500)) {
      if (!isRunning() || isStale() || pulse.signal.aborted) return;
      const arrivals = messages.map((message) => arrivalOf(rawMessage(topic, partition, message), subscription));
      const first = BigInt(messages[0]?.offset ?? 0);
      const carefully = first < (this.suspects.get(`${topic} ${partition}`) ?? 0n);
      await this.handler.handle({ topic, partition, arrivals, nextOffset }, carefully, pulse.signal);
      resolveOffset(messages.at(-1)?.offset as string);
      lag.set({ group: subscription.group, topic, partition }, Number(BigInt(batch.highWatermark) - BigInt(nextOffset)));
      this.told.tell(batch.topic, partition, nextOffset);
    }
  }

  private async seek(assigned: Assignment): Promise<void> {
    for (let failures = 0; !this.stop.aborted; failures++) {
      try {
        const points = await startingPoints(this.options, assigned, this.logger);
        for (const point of points) this.seekTo(point);
        return;
      } catch (error) {
        this.logger.warn({ err: error }, 'It cannot be found out where to read on; tried again');
        await pauseUnless(this.stop, backOff(failures));
      }
    }
  }

  private seekTo({ topic, partition, offset, suspectUntil }: StartingPoint): void {
    this.consumer.seek({ topic: onBroker(this.options.kafka, topic), partition, offset });
    if (suspectUntil) this.suspects.set(`${topic} ${partition}`, BigInt(suspectUntil));
    else this.suspects.delete(`${topic} ${partition}`);
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, fail) => {
    if (signal.aborted) fail(new Stopped());
    signal.addEventListener('abort', () => fail(new Stopped()), { once: true });
  });
