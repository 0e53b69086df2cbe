import { EventConsumer, type KafkaSettings, subscription } from '@academies/messaging';
import { applyRegisterEvents, registerTopics } from '@academies/register';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';

export const registerSubscription = subscription({ group: 'prepare-register', topics: registerTopics });

/** Keeps the copy of the register up to date, a batch at a time. */
export const registerConsumer = (orm: MikroORM, kafka: KafkaSettings, logger?: Logger): EventConsumer =>
  new EventConsumer({
    ...{ orm, kafka, logger, subscription: registerSubscription },
    apply: async (events, em) => void (await applyRegisterEvents(events, em)),
  });

/** The same consumer, which starts and stops with the application. */
export class RegisterCopy extends Server implements CustomTransportStrategy {
  constructor(private readonly consumer: EventConsumer) {
    super();
  }

  listen(ready: () => void): void {
    this.consumer.start();
    ready();
  }

  close(): Promise<void> {
    return this.consumer.stop();
  }

  override on(): void {}

  override unwrap<T>(): T {
    return this.consumer as T;
  }
}
