import { withTrace } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { ConsumerRunner } from '../consumer/consumer-runner.ts';
import type { Subscription } from '../message/incoming-message.ts';
import type { ReceivedEvent } from '../message/read-message.ts';
import {
  type Batches,
  type ConsumerHooks,
  type ConsumerMark,
  type Received,
  transportOf,
  type WholeBatches,
  consumerMark,
} from './event-consumer.ts';
import { messagingParts, type MessagingParts } from './messaging-module.ts';

/** What a class with `@EventConsumer` may have. */
export type Consumer = Partial<Batches<unknown>> & ConsumerHooks;

/** Brings the events of a consumer's subscription to its handlers, one after the other, in one transaction a batch. */
export class KafkaEvents extends Server implements CustomTransportStrategy {
  readonly runner: ConsumerRunner;
  /** Nest would log a failure that the consumer sees to. */
  override readonly propagatesEventHandlerErrors = true;

  constructor(
    private readonly consumer: Consumer,
    private readonly mark: ConsumerMark,
    parts: MessagingParts,
  ) {
    super();
    this.setTransportId(transportOf(mark.subscription.group));
    this.runner = new ConsumerRunner({
      ...parts,
      ...mark,
      apply: (events, em) => this.apply(events, em),
      onParked: consumer.onParked?.bind(consumer),
      onDiscarded: consumer.onDiscarded?.bind(consumer),
      onActive: consumer.onActive?.bind(consumer),
    });
  }

  /** It does not start when a type named as handled has no handler, or a handler's type is not named as handled. */
  listen(callback: (error?: unknown) => void): void {
    const wrong = this.takesWholeBatches ? [] : wrongHandlers(this.mark.subscription, this.getHandlers());
    if (wrong.length > 0) return callback(new Error(`The consumer does not start: ${wrong.join('; ')}`));
    this.runner.start();
    callback();
  }

  async close(): Promise<void> {
    await this.runner.stop();
  }

  override on(): never {
    throw new Error('KafkaEvents has no events of its own to listen to; its health and metrics tell how it is');
  }

  override unwrap<T>(): T {
    return this.runner as T;
  }

  private get takesWholeBatches(): boolean {
    const { flush, prefetch } = this.consumer;
    return Boolean(flush) && !prefetch && this.getHandlers().size === 0;
  }

  private async apply(events: ReceivedEvent[], em: EntityManager): Promise<void> {
    if (this.takesWholeBatches) return (this.consumer as WholeBatches).flush(events, em);
    const batch = await this.consumer.prefetch?.(events, em);
    for (const event of events) await this.call({ transaction: em, batch, event });
    await this.consumer.flush?.(batch, em);
  }

  private async call(received: Received<unknown>): Promise<void> {
    const { type, traceparent, value } = received.event;
    const handler = this.getHandlerByPattern(type) as MessageHandler<unknown, Received<unknown>>;
    await withTrace(traceparent, async () => {
      const answer: unknown = await handler(value, received);
      if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
    });
  }
}

/** What does not fit together between a subscription and the handlers that Nest found. */
export function wrongHandlers(
  { group, topics }: Subscription,
  handlers: ReadonlyMap<string, MessageHandler>,
): string[] {
  const types = Object.values(topics).flatMap((choices) => Object.entries(choices));
  const handled = new Set(
    types.flatMap(([type, handling]) => (handling === 'handled' && !ours.has(type) ? [type] : [])),
  );
  return [
    ...[...handled]
      .filter((type) => !handlers.has(type))
      .map((type) => `${group} handles ${type}, but no handler is there for it`),
    ...[...handlers.keys()]
      .filter((type) => !handled.has(type))
      .map((type) => `a handler is there for ${type}, which ${group} does not handle`),
    ...[...handlers]
      .filter(([, { next }]) => next)
      .map(([type]) => `two handlers are there for ${type}, whose order nobody knows`),
  ];
}

/** Watermarks are taken note of by the consumer itself. */
const ours = new Set(['watermark.advanced.v1']);

/** Every consumer of an application (`@EventConsumer`), to be connected to it: `startWebApp(AppModule, { strategies: eventConsumers })`. */
export function eventConsumers(app: INestApplicationContext): CustomTransportStrategy[] {
  const modules = [...app.get(ModulesContainer, { strict: false }).values()];
  const controllers = new Set(modules.flatMap((module) => [...module.controllers.values()]));
  return [...controllers].flatMap(({ metatype, instance }) => {
    const mark = metatype && app.get(Reflector).get<ConsumerMark | undefined>(consumerMark, metatype);
    if (!mark) return [];
    return [new KafkaEvents(instance as Consumer, mark, app.get<MessagingParts>(messagingParts, { strict: false }))];
  });
}
