import { completeCounts, completeDatabase, completesErasing, servicesHeard } from '@academies/complete';
import { DatabaseModule } from '@academies/database';
import { TransientError } from '@academies/contracts';
import { ErasingModule, screenOf } from '@academies/erasing';
import { EventConsumer, MessagingModule, messagingOf, type OnWentBack } from '@academies/messaging';
import { registerCopy } from '@academies/register';
import { settingsToken, WorkerModule } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Module } from '@nestjs/common';
import { ApprovalsConsumer } from './approvals/approvals.consumer.ts';
import { completeRegister, RegisterEnds } from './approvals/register-look-ups.ts';
import { OldRecords } from './records/old-records.ts';
import type { Settings } from './settings.ts';

/** Keeps what every service says of itself, for Complete's page; the consumer itself takes note of it. */
@EventConsumer(servicesHeard)
class ServicesHeard {}

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        WorkerModule.forRoot({ service: 'handover', settings }),
        DatabaseModule.at(settings, completeDatabase),
        MessagingModule.forRoot({
          source: 'complete',
          ...messagingOf('handover', settings),
          screen: screenOf(settings),
          orm: MikroORM,
          onWentBack: leaveItToComplete,
          counts: completeCounts,
        }),
        ErasingModule.with({ ...completesErasing, settings, logger: messagingOf('handover', settings).logger }),
      ],
      controllers: [registerCopy(completeRegister.group), ApprovalsConsumer, ServicesHeard],
      providers: [OldRecords, RegisterEnds, { provide: settingsToken, useValue: settings }],
    };
  }
}

/** Complete knows its own state, and its relay takes the lead that this one gives up. */
const leaveItToComplete: OnWentBack = {
  publishState: async () => {
    throw new TransientError('HANDOVER.WENT_BACK', 'The database went back: Complete publishes its state first');
  },
};
