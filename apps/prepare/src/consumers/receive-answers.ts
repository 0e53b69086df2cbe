import type { CompleteProject } from '@academies/contracts';
import type { Received, ReceivedEvent } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { takeAnswers } from '../handover-status/take-answers.ts';
import { answersSubscription } from './answers.subscription.ts';

const handled = Object.entries(answersSubscription.topics['complete.projects'] ?? {}).flatMap(([type, handling]) =>
  handling === 'handled' ? [type] : [],
);

/** What Complete answers and reports. A batch is gathered and taken together, in its transaction. */
@Controller()
export class ReceiveAnswers {
  private readonly inHand = new WeakMap<EntityManager, ReceivedEvent[]>();

  @EventPattern(handled)
  on(@Payload() _value: { project?: CompleteProject }, @Ctx() { transaction, event }: Received): void {
    const events = this.inHand.get(transaction) ?? [];
    this.inHand.set(transaction, events);
    events.push(event);
  }

  /** Takes what was gathered for a transaction. */
  take(transaction: EntityManager): Promise<void> {
    return takeAnswers(transaction, this.inHand.get(transaction) ?? []);
  }
}
