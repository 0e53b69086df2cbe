import { CompleteDatabase } from '@academies/complete';
import { MessagingModule } from '@academies/messaging';
import { registerEntities as entities, registerMigrations as migrations } from '@academies/register';
import { WorkerModule } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { type DynamicModule, Module } from '@nestjs/common';
import { Arrivals } from './approvals/arrivals.ts';
import { ReceiveAcademyOrderDate } from './approvals/receive-academy-order-date.ts';
import { ReceiveApproval } from './approvals/receive-approval.ts';
import { ReceiveEndOfHandover } from './approvals/receive-end-of-handover.ts';
import { RegisterIsRead } from './register/register-is-read.ts';
import { kafkaOf, loggerOf } from './kafka.ts';
import { type Settings, settingsToken } from './settings.ts';

@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        WorkerModule.forRoot({ service: 'handover', settings }),
        CompleteDatabase.at(settings.DATABASE_URL, { entities, migrations }),
        MessagingModule.forRoot({
          source: 'complete',
          kafka: kafkaOf(settings),
          orm: MikroORM,
          logger: loggerOf(settings),
        }),
      ],
      controllers: [ReceiveApproval, ReceiveAcademyOrderDate, ReceiveEndOfHandover],
      providers: [{ provide: settingsToken, useValue: settings }, RegisterIsRead, Arrivals],
    };
  }
}
