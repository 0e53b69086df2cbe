import { type IsoDate, TransientError } from '@academies/contracts';
import type { Sql } from '@academies/database';
import { Clock } from '@academies/web';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { countFindings, type Narrowed } from './findings.ts';

/** The first look of a day counts; later ones, and other processes, find that it was done. */
export async function countToday(today: IsoDate, sql: Sql): Promise<void> {
  const [done] = await sql.all('select from finding_count where day = $1 limit 1', [today]);
  if (done) return;
  const counts = await countFindings({}, today, sql);
  await sql.all(
    `insert into finding_count (day, rule, team, region, findings, set_aside)
     select $1, rule, team, region, findings, "setAside"
       from json_to_recordset($2::json) as news (rule text, team text, region text, findings int, "setAside" int)
     on conflict do nothing`,
    [today, JSON.stringify(counts)],
  );
}

/** A day of the trend: how many findings of each rule there were in its morning. */
export interface DayCount {
  readonly day: string;
  readonly rule: string;
  readonly findings: number;
}

/** The counts that were kept since a day, of a team, a region, or all. */
export const countsSince = (since: IsoDate, { team, region }: Narrowed, sql: Sql): Promise<DayCount[]> =>
  sql.all(
    `select day::text, rule, sum(findings)::int as findings from finding_count
      where day >= $1 and ($2::text is null or team = $2) and ($3::text is null or region = $3)
      group by day, rule order by day desc`,
    [since, team ?? null, region ?? null],
  );

const lookEveryMs = 10 * 60_000;

/** Keeps the counts of each day, also when nobody looks at the page. */
@Injectable()
export class DailyCounts implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(DailyCounts.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => void this.look(), lookEveryMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async look(): Promise<void> {
    await countToday(this.clock.today(), this.reading.sql).catch((error: unknown) => {
      if (!(error instanceof TransientError)) this.#logger.warn(`Findings were not counted: ${String(error)}`);
    });
  }
}
