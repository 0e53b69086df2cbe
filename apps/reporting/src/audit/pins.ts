import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { InvalidError, type IsoDate, NotFoundError } from '@academies/contracts';
import type { Sql } from '@academies/database';
import { Injectable } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { CopiedLines, Hashed, RecordEnds } from '../exports/copied-rows.ts';
import { fileOf } from '../exports/file-of.ts';
import { openCopy } from '../exports/file-stream.ts';
import { readRequest } from '../exports/parameters.table.ts';
import { reportAt } from '../reports/reports.table.ts';

/** A file as at the end of a month, kept as it was made (docs/domain/reporting.md, "What changed, what was, and can it be trusted"). */
export interface Pin {
  readonly name: string;
  readonly report: string;
  readonly month: string;
  readonly position: number;
  readonly rows: number;
  readonly sha256: string;
  readonly by: string;
  readonly at: Date;
  /** When somebody was erased from it: its bytes are others since. */
  readonly erasedAt: Date | null;
}

const pinsSql = `
  select name, report, month, position::float8 as position, rows::float8 as rows, sha256, by_name as by, pinned_at as at,
         erased_at as "erasedAt"
    from pin`;

/** Large enough to cost few statements, small enough to leave memory alone. */
const partBytes = 1024 * 1024;

/** The last day of a month, `2026-10`; one that has not ended has none. */
export function endOfMonth(month: string, today: IsoDate): IsoDate {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new InvalidError('REPORTING.WRONG_MONTH', 'Choose a month that has ended.');
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  if (last >= today)
    throw new InvalidError('REPORTING.WRONG_MONTH', 'This month has not ended yet. Choose one that has.');
  return last;
}

/** Keeps files as at month-ends: bytes, not what would make them, so that no later release can change them. */
@Injectable()
export class Pins {
  constructor(private readonly reading: Reading) {}

  of(report: string): Promise<Pin[]> {
    return this.reading.sql.all(`${pinsSql} where report = $1 order by month desc`, [report]);
  }

  async named(name: string): Promise<Pin> {
    const [pin] = await this.reading.sql.all<Pin>(`${pinsSql} where name = $1`, [name]);
    if (!pin) throw new NotFoundError('REPORTING.NO_SUCH_PIN', 'There is no file pinned under this name.');
    return pin;
  }

  /** Pins a report as at the end of a month, with all of its rows whatever their dates; once, whoever asks again. */
  async pin(reportName: string, month: string, by: { email: string; name: string }, today: IsoDate): Promise<void> {
    const report = reportAt(reportName);
    const name = `${report.name}-${month}`;
    const period = report.period.required ? { from: '2000-01', to: '2199-12' } : {};
    const wanted = readRequest(report, { ...period, as_at: endOfMonth(month, today) });
    const { sql } = this.reading;
    const [known] = await sql.all('select from pin where name = $1', [name]);
    if (known) return;
    const making = crypto.randomUUID();
    await this.reading.inSnapshot(async (client, snapshot) => {
      const { header, copy, position } = await fileOf(wanted, by.email, today, snapshot);
      const lines = copy.of === 'lines' ? new CopiedLines() : new RecordEnds();
      const seen = new Hashed();
      lines.push(Buffer.from(header));
      const rows = await openCopy(client, copy);
      await pipeline(rows, lines, seen, createGzip({ level: constants.Z_BEST_SPEED }), partsInto(making, sql));
      // Seen only from here on, and whole.
      await sql.all(
        `insert into pin (name, report, month, position, rows, sha256, by_email, by_name, parts)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (name) do nothing`,
        [name, report.name, month, position, lines.records, seen.sha256, by.email, by.name, making],
      );
    });
  }

  /** The bytes of a pinned file. */
  bytes(name: string): Readable {
    const { sql } = this.reading;
    async function* parts() {
      for (let part = 0; ; part++) {
        const [found] = await sql.all<{ content: Buffer }>(
          'select content from pin join pin_part using (parts) where name = $1 and part = $2',
          [name, part],
        );
        if (!found) return;
        yield found.content;
      }
    }
    return Readable.from(parts()).pipe(createGunzip());
  }
}

/** Writes what comes as parts of a file. */
export function partsInto(making: string, sql: Sql): Writable {
  let [part, held, size] = [0, [] as Buffer[], 0];
  const write = async () => {
    const content = Buffer.concat(held);
    [held, size] = [[], 0];
    await sql.all('insert into pin_part (parts, part, content) values ($1, $2, $3)', [making, part++, content]);
  };
  return new Writable({
    write: (chunk: Buffer, _, done) => {
      held.push(chunk);
      size += chunk.length;
      if (size < partBytes) done();
      else write().then(() => done(), done);
    },
    final: (done) => void write().then(() => done(), done),
  });
}
