import { AcademyOrderDateSet, type ValueOf } from '@academies/contracts';
import type { Received } from '@academies/messaging';
import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { Arrivals } from './arrivals.ts';

@Controller()
export class ReceiveAcademyOrderDate {
  constructor(private readonly arrivals: Arrivals) {}

  @EventPattern<string>(AcademyOrderDateSet.type)
  async on(@Payload() set: ValueOf<typeof AcademyOrderDateSet>, @Ctx() { transaction }: Received): Promise<void> {
    this.arrivals.batchOf(transaction).takeAcademyOrderDate(set);
  }
}
