import { wholeNumber } from '@academies/contracts';
import { MikroORM } from '@mikro-orm/postgresql';
import { type FactoryProvider, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';

/** Settings of a service with dialogues. */
export const dialogueSettings = () => ({
  DRAFT_DAYS: wholeNumber({ from: 1, to: 3_650 })
    .default(28)
    .describe('Days after which a draft that nobody went on with is given up.'),
});

const hour = 60 * 60 * 1000;

/** Takes drafts away that nobody went on with for so many days; every hour, by PostgreSQL's clock. Answers how many. */
export class OldDrafts implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(OldDrafts.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly orm: MikroORM,
    private readonly days: number,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.forget().catch((error: unknown) => this.logger.warn(`Old drafts stay: ${String(error)}`));
    }, hour).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async forget(): Promise<number> {
    const gone = await this.orm.em
      .fork()
      .execute<object[]>(
        'delete from dialogue_draft where saved_at < clock_timestamp() - make_interval(days => ?) returning 1',
        [this.days],
      );
    return gone.length;
  }
}

/** To be listed among the providers of a service with dialogues. */
export const oldDrafts = ({ DRAFT_DAYS }: { readonly DRAFT_DAYS: number }): FactoryProvider<OldDrafts> => ({
  provide: OldDrafts,
  useFactory: (orm: MikroORM) => new OldDrafts(orm, DRAFT_DAYS),
  inject: [MikroORM],
});
