import { lead } from '@academies/database';
import { pauseUnless } from '@academies/messaging';
import { Clock, settingsToken } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { IsoDate } from '@academies/contracts';
import { queueReminders } from './queue-reminders.ts';
import { weekDue } from './reminder.rules.ts';

const lookEveryMs = 60_000;

/** Once a week everybody is told what is due on their projects, by whichever process leads (docs/domain/complete-pages.md, "E-mails"). */
@Injectable()
export class WeeklyReminder implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(WeeklyReminder.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private last: IsoDate | undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: { readonly PUBLIC_URL: string },
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run(this.stopping.signal);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const week = weekDue(this.clock.now());
      if (week && week !== this.last) await this.remind(week, stop).catch(this.tell);
      await pauseUnless(stop, lookEveryMs);
    }
  }

  private async remind(week: IsoDate, stop: AbortSignal): Promise<void> {
    const session = await lead(this.orm, 'weekly reminder', stop, { onTrouble: this.tell });
    if (!session) return;
    try {
      const count = await queueReminders(this.orm.em.fork(), { week, url: this.settings.PUBLIC_URL });
      this.logger.log(`Weekly reminders queued: ${count}`);
      this.last = week;
    } finally {
      await session.close();
    }
  }

  private readonly tell = (error: unknown): void => this.logger.warn(`The weekly reminder waits: ${String(error)}`);
}
