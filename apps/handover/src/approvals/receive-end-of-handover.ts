import { AcademyRemoved, DecisionRecorded, isApproval, type ValueOf } from '@academies/contracts';
import type { Received } from '@academies/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { Arrivals } from './arrivals.ts';

/** A rejected handover can end in Prepare; then it is nothing for service support any more. */
@Controller()
export class ReceiveEndOfHandover {
  constructor(private readonly arrivals: Arrivals) {}

  @EventPattern<string>(AcademyRemoved.type)
  async onRemoval(@Payload() removed: ValueOf<typeof AcademyRemoved>, @Ctx() { transaction }: Received): Promise<void> {
    this.arrivals.batchOf(transaction).takeRemoval(removed);
  }

  @EventPattern<string>(DecisionRecorded.type)
  async onDecision(
    @Payload() { project, decision }: ValueOf<typeof DecisionRecorded>,
    @Ctx() { transaction }: Received,
  ) {
    if (!isApproval(decision.outcome)) this.arrivals.batchOf(transaction).takeEnd(project.id);
  }
}
