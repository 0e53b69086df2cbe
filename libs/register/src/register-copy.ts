import {
  type ConsumerOptions,
  ConsumerRunner,
  EventConsumer,
  type ReceivedEvent,
  type WholeBatches,
} from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Type } from '@nestjs/common';
import { applyRegisterEvents } from './apply-register-events.ts';
import { registerSubscription } from './register-subscription.ts';

/**
 * What keeps a service's copy of the register up to date, a batch at a time; to be listed among the controllers of its
 * module: `registerCopy('prepare-register')`, by the name of the consumer group.
 */
export function registerCopy(group: string): Type {
  @EventConsumer(registerSubscription(group))
  class RegisterCopy implements WholeBatches {
    async flush(events: readonly ReceivedEvent[], em: EntityManager): Promise<void> {
      await applyRegisterEvents(events, em);
    }
  }
  return RegisterCopy;
}

/** The same for a program that runs it itself, without Nest. */
export const registerConsumer = (group: string, parts: Omit<ConsumerOptions, 'subscription' | 'apply'>) =>
  new ConsumerRunner({
    ...parts,
    subscription: registerSubscription(group),
    apply: async (events, em) => void (await applyRegisterEvents(events, em)),
  });
