import { londonDate } from '@academies/contracts';
import { RepeatedJob, type Sql } from '@academies/database';
import { Clock, settingsToken } from '@academies/web';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { currentReadModel } from '../read-model/read-model.ts';
import { isDue } from './subscription.rules.ts';
import { allSubscriptions, countChanges, endAndSay, judged, settle } from './subscriptions.ts';

const everyMs = 60_000;

/** With what subscriptions are seen to. */
interface Telling {
  readonly em: EntityManager;
  readonly sql: Sql;
  readonly now: Date;
  readonly url: string;
  /** A subscription that cannot be seen to holds up no other. */
  readonly failed: (error: unknown) => void;
}

/** Sees to every subscription: ends those that are nobody's any more, and tells of changes where it is time; answers how many e-mails of changes. */
export async function tellChanges({ em, sql, now, url, failed }: Telling): Promise<number> {
  const position = (await currentReadModel(sql))?.position ?? 0;
  let count = 0;
  for (const each of await allSubscriptions(sql)) {
    try {
      const { ended, asked } = judged(each);
      if (ended !== undefined) await endAndSay(em, each, ended, url);
      // Nothing has come since: who is told when changes appear has nothing to be looked for.
      else if (isDue(each, now) && !(each.often === 'hourly' && each.since >= position)) {
        const found = await countChanges(asked, each.since, londonDate(now), sql);
        if (await settle(em, each, found, { now, url })) count++;
      }
    } catch (error) {
      failed(error);
    }
  }
  return count;
}

/** Each minute subscriptions are seen to by whichever process leads (docs/domain/reporting.md, "Told, not asked"). */
@Injectable()
export class TellChanges implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger(TellChanges.name);
  readonly #failed = (error: unknown): void => this.#logger.warn(`Subscriptions wait: ${String(error)}`);
  readonly #job: RepeatedJob;

  constructor(orm: MikroORM, { sql }: Reading, clock: Clock, @Inject(settingsToken) settings: { PUBLIC_URL: string }) {
    const look = async () => {
      const told = { em: orm.em.fork(), sql, now: clock.now(), url: settings.PUBLIC_URL, failed: this.#failed };
      const count = await tellChanges(told);
      if (count > 0) this.#logger.log(`E-mails of changes queued: ${count}`);
    };
    this.#job = new RepeatedJob({ database: orm, job: 'subscriptions', everyMs, look, onTrouble: this.#failed });
  }

  onApplicationBootstrap(): void {
    this.#job.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.#job.stop();
  }
}
