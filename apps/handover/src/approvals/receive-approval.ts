import { ProjectApproved, type ValueOf } from '@academies/contracts';
import { toArrivals } from '@academies/complete';
import type { Received } from '@academies/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { Arrivals } from './arrivals.ts';

@Controller()
export class ReceiveApproval {
  constructor(private readonly arrivals: Arrivals) {}

  /** Runs in the consumer's transaction: inbox row, projects and answers are one commit. */
  @EventPattern<string>(ProjectApproved.type)
  async on(
    @Payload() approved: ValueOf<typeof ProjectApproved>,
    @Ctx() { transaction, event }: Received,
  ): Promise<void> {
    this.arrivals.judge(toArrivals(approved, event), transaction);
  }
}
