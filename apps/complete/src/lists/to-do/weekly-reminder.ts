import { RepeatedJob } from '@academies/database';
import { Clock, settingsToken } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { IsoDate } from '@academies/contracts';
import { queueReminders } from './queue-reminders.ts';
import { weekDue } from './reminder.rules.ts';

/** Once a week everybody is told what is due on their projects, by whichever process leads (docs/domain/complete-pages.md, "E-mails"). */
@Injectable()
export class WeeklyReminder implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(WeeklyReminder.name);
  private readonly job: RepeatedJob;
  private last: IsoDate | undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: { readonly PUBLIC_URL: string },
  ) {
    this.job = new RepeatedJob({
      database: orm,
      job: 'weekly reminder',
      everyMs: 60_000,
      isDue: () => this.week !== undefined && this.week !== this.last,
      look: () => this.remind(),
      onTrouble: (error) => this.logger.warn(`The weekly reminder waits: ${String(error)}`),
    });
  }

  onApplicationBootstrap(): void {
    this.job.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.job.stop();
  }

  private get week(): IsoDate | undefined {
    return weekDue(this.clock.now());
  }

  private async remind(): Promise<void> {
    const { week } = this;
    if (!week) return;
    const count = await queueReminders(this.orm.em.fork(), { week, url: this.settings.PUBLIC_URL });
    this.logger.log(`Weekly reminders queued: ${count}`);
    this.last = week;
  }
}
