import {
  type ArgumentsHost,
  applyDecorators,
  Catch,
  Controller,
  type ExceptionFilter,
  SetMetadata,
  UseFilters,
} from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import { PATTERN_METADATA, TRANSPORT_METADATA } from '@nestjs/microservices/constants.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Observable, throwError } from 'rxjs';
import type { ConsumerOptions } from '../consumer/consumer-options.ts';
import type { ReceivedEvent } from '../message/read-message.ts';
import type { Subscription } from '../message/incoming-message.ts';

/**
 * A consumer whose handlers are called event by event: what a batch needs is read before the first of them, what they
 * gathered is written after the last. All in one transaction, `em`, which also is the handlers' `received.transaction`.
 */
export interface Batches<Batch> {
  /** Reads what the events need, in a few queries. The answer is the handlers' `received.batch`. */
  prefetch(events: readonly ReceivedEvent[], em: EntityManager): Promise<Batch>;
  /** Writes what the handlers have gathered. */
  flush(batch: Batch, em: EntityManager): Promise<void>;
}

/** A consumer without handlers: a batch goes to one function. */
export interface WholeBatches {
  flush(events: readonly ReceivedEvent[], em: EntityManager): Promise<void>;
}

/** What a Nest handler gets by `@Ctx()`: the transaction of its batch, what was read for it, and the event around the value. */
export interface Received<Batch = undefined> {
  readonly transaction: EntityManager;
  /** What the consumer's `prefetch` answered. */
  readonly batch: Batch;
  readonly event: ReceivedEvent;
}

/** What a consumer may be told besides; methods of its class. */
export type ConsumerHooks = Pick<ConsumerOptions, 'onParked' | 'onDiscarded' | 'onActive'>;

/** How it is run, where that differs from the rest. */
export type ConsumerSettings = Pick<ConsumerOptions, 'activeOnlyOne' | 'batchSize'>;

/** What the decorator keeps with a class. */
export interface ConsumerMark extends ConsumerSettings {
  readonly subscription: Subscription;
}

export const consumerMark = 'academies:event-consumer';

/**
 * A consumer of a subscription: one class, listed among a module's controllers. Its handlers are ordinary, but of its
 * subscription alone: `@EventPattern<string>(ProjectApproved.type) approved(@Payload() value, @Ctx() { batch, event }: Received<HandoverBatch>)`.
 * `eventConsumers(app)` starts all that an application has.
 */
export const EventConsumer = (subscription: Subscription, settings: ConsumerSettings = {}): ClassDecorator =>
  applyDecorators(
    Controller(),
    UseFilters(KeepErrorClass),
    SetMetadata(consumerMark, { ...settings, subscription } satisfies ConsumerMark),
    handlersOf(subscription.group),
  );

/** Nest's last filter turns an error into a text; here the class of an error decides what becomes of its event. */
@Catch()
class KeepErrorClass implements ExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

/** Nest offers each handler to every consumer of an application, unless it names one. */
const handlersOf = (group: string) => (target: { prototype?: object }) => {
  const prototype = target.prototype as Record<string, object>;
  for (const name of new MetadataScanner().getAllMethodNames(prototype)) {
    const method = prototype[name] as object;
    if (Reflect.hasMetadata(PATTERN_METADATA, method))
      Reflect.defineMetadata(TRANSPORT_METADATA, transportOf(group), method);
  }
};

/** The name by which Nest brings the handlers of a group to the consumer of it. */
export const transportOf = (group: string): symbol => Symbol.for(`academies.consumer.${group}`);
