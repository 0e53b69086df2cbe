import { type TopicName, withTrace } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { ConsumerOptions } from '../consumer/consumer-options.ts';
import { EventConsumer } from '../consumer/event-consumer.ts';
import type { Received, ReceivedEvent } from '../consumer/received-event.ts';
import { wrongHandlers } from './wrong-handlers.ts';
import { keepingErrors } from './errors-keep-their-class.ts';

/** What KafkaEvents is told: as a consumer, but the handlers apply the events. */
export interface KafkaEventsOptions extends Omit<ConsumerOptions, 'apply'> {
  /** Loads what a batch needs in one query, before its handlers are called one by one. */
  readonly prefetch?: ((events: ReceivedEvent[], em: EntityManager) => Promise<void>) | undefined;
  /** Writes what the handlers of a batch have gathered, after the last of them. */
  readonly flush?: ((em: EntityManager) => Promise<void>) | undefined;
}

/**
 * Events from Kafka for ordinary Nest handlers: `@EventPattern<string>(ProjectApproved.type) on(@Payload() value, @Ctx() received: Received)`.
 * They are called one after the other, in one transaction a batch, which is `received.transaction`. It does not start when
 * a type named as handled has no handler, or a handler's type is not named as handled.
 */
export class KafkaEvents extends Server implements CustomTransportStrategy {
  readonly consumer: EventConsumer;
  /** Nest would log a failure that the consumer sees to. */
  override readonly propagatesEventHandlerErrors = true;

  constructor(private readonly options: KafkaEventsOptions) {
    super();
    const { prefetch, flush, ...rest } = options;
    const apply = async (events: ReceivedEvent[], em: EntityManager) => {
      await prefetch?.(events, em);
      for (const event of events) await this.call(event, em);
      await flush?.(em);
    };
    this.consumer = new EventConsumer({ ...rest, apply });
  }

  listen(callback: (error?: unknown) => void): void {
    const wrong = wrongHandlers(this.options.subscription, this.getHandlers());
    if (wrong.length > 0) return callback(new Error(`The consumer does not start: ${wrong.join('; ')}`));
    this.consumer.start();
    callback();
  }

  async close(): Promise<void> {
    await this.consumer.stop();
  }

  override on(): never {
    throw new Error('KafkaEvents has no events of its own to listen to; its health and metrics tell how it is');
  }

  override unwrap<T>(): T {
    return this.consumer as T;
  }

  private async call(event: ReceivedEvent<unknown> & { topic: TopicName }, transaction: EntityManager): Promise<void> {
    const handler = this.getHandlerByPattern(event.type) as MessageHandler<unknown, Received>;
    await withTrace(event.traceparent, () =>
      keepingErrors(async () => {
        const answer: unknown = await handler(event.value, { transaction, event });
        if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
      }),
    );
  }
}
