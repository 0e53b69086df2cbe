import type { CompleteProject } from '@academies/contracts';
import type { Received } from '@academies/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { takeAnswers } from '../handover-status/take-answers.ts';
import { answersSubscription } from './answers.subscription.ts';

const handled = Object.entries(answersSubscription.topics['complete.projects'] ?? {}).flatMap(([type, handling]) =>
  handling === 'handled' ? [type] : [],
);

/** What Complete answers and reports, in the transaction of its batch. */
@Controller()
export class ReceiveAnswers {
  @EventPattern(handled)
  on(@Payload() _value: { project?: CompleteProject }, @Ctx() { transaction, event }: Received) {
    return takeAnswers(transaction, [event]);
  }
}
