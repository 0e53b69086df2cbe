import type { Sql } from '@academies/database';

/** A download as it is on record. What is null is not known yet, or never will be: the file is on its way, or broke off. */
export interface DownloadRecord {
  readonly id: string;
  readonly by: string;
  readonly report: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly outcome: 'on its way' | 'sent' | 'broken off';
  readonly rows: number | null;
  /** As many as went over the wire: of a packed file fewer than it has unpacked. */
  readonly bytesSent: number | null;
  /** Of all bytes of the file before they were packed. */
  readonly sha256: string | null;
  readonly asOf: Date | null;
  readonly journalPosition: number;
}

const recordSql = `
  select id, by_email as by, report, filters, file_name as "fileName", started_at as "startedAt", ended_at as "endedAt",
         coalesce(outcome, 'on its way') as outcome, rows::float8 as rows, bytes::float8 as "bytesSent", sha256,
         as_of as "asOf", position::float8 as "journalPosition"
    from download`;

const isId = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** The download with this id, if there is one. */
export const recordOf = async (id: string, sql: Sql): Promise<DownloadRecord | undefined> =>
  isId(id) ? (await sql.all<DownloadRecord>(`${recordSql} where id = $1`, [id]))[0] : undefined;

/** Whole files that had these bytes, the newest first. */
export const recordsWith = (sha256: string, sql: Sql): Promise<DownloadRecord[]> =>
  sql.all(`${recordSql} where sha256 = $1 and outcome = 'sent' order by started_at desc limit 20`, [sha256]);
