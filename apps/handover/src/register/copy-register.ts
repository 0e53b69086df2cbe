import { type ConsumerOptions, EventConsumer } from '@academies/messaging';
import { applyRegisterEvents } from '@academies/register';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { registerCopy } from './register-copy.subscription.ts';

/**
 * Keeps Complete's copy of the register. Nest starts and stops it with the process; a batch goes to one function rather
 * than to handlers by type.
 */
export class CopyRegister extends Server implements CustomTransportStrategy {
  readonly consumer: EventConsumer;

  constructor(options: Pick<ConsumerOptions, 'orm' | 'kafka' | 'logger'>) {
    super();
    this.consumer = new EventConsumer({
      ...options,
      subscription: registerCopy,
      apply: async (events, em) => void (await applyRegisterEvents(events, em)),
    });
  }

  listen(callback: () => void): void {
    this.consumer.start();
    callback();
  }

  close(): Promise<void> {
    return this.consumer.stop();
  }

  on(): void {}

  unwrap<Consumer>(): Consumer {
    return this.consumer as Consumer;
  }
}
