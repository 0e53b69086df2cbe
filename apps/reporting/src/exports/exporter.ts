import { createHash } from 'node:crypto';
import { TransientError, type IsoDate } from '@academies/contracts';
import type { Sql } from '@academies/database';
import { Clock, settingsToken } from '@academies/web';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { createArrayCsvStringifier } from 'csv-writer';
import type { Request, Response } from 'express';
import { Reading } from '../database/reading.ts';
import { FreshnessCheck, type Freshness } from '../freshness/freshness.ts';
import { momentOf } from '../journal/journal.ts';
import { currentReadModel } from '../read-model/read-model.ts';
import type { ReportColumn } from '../reports/report.ts';
import { type Copy, copyRows } from './copied-rows.ts';
import { Downloads, type DownloadSettings } from './downloads.ts';
import type { ExportRequest } from './export-request.ts';
import { openCopy, type Sent, sendFile } from './file-stream.ts';

/** A file as it would be now: what is copied, how it begins, and what is said of it. */
interface File {
  readonly name: string;
  readonly header: string;
  readonly copy: Copy;
  readonly freshness: Freshness;
  /** Position of the journal that the rows are made up to. */
  readonly position: number;
  /** When the newest event up to there arrived; null while the journal is empty. */
  readonly changed: Date | null;
  /** Differs when the bytes do. */
  readonly version: string;
}

/** Answers a request with a file: freshness, header and rows are of one snapshot. */
@Injectable()
export class Exporter {
  readonly #logger = new Logger(Exporter.name);

  constructor(
    private readonly reading: Reading,
    private readonly freshnessCheck: FreshnessCheck,
    private readonly downloads: Downloads,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: DownloadSettings,
  ) {}

  async send(wanted: ExportRequest, by: string, request: Request, response: Response): Promise<void> {
    // Who has the file already, or asks only what it is, waits for no turn and has downloaded nothing.
    const now = await this.fileOf(wanted, this.reading.sql);
    if (hasIt(request, response, now) || request.method === 'HEAD') return void response.end();
    const sent = { rows: 0, bytes: 0 };
    let over = () => {};
    try {
      over = await this.downloads.turn(by);
      if (response.destroyed) return;
      await this.download(wanted, by, request, response, sent);
    } catch (error) {
      if (!response.headersSent && !response.destroyed) throw withoutFile(error, response);
      this.#logger.warn(`${wanted.report.name} broke off after ${sent.rows} rows: ${String(error)}`);
      response.destroy();
    } finally {
      over();
    }
  }

  private async download(wanted: ExportRequest, by: string, request: Request, response: Response, sent: Sent) {
    let ended: Awaited<ReturnType<Downloads['begin']>> | undefined;
    let outcome: 'sent' | 'broken off' = 'broken off';
    try {
      await this.reading.inSnapshot(async (client, sql) => {
        const file = await this.fileOf(wanted, sql);
        const { name: fileName, freshness, position, copy, header } = file;
        const download = { by, report: wanted.report.name, filters: wanted.filters, fileName };
        ended = await this.downloads.begin(download, freshness.asOf, position);
        const rows = await openCopy(client, copy);
        setFileHeaders(request, response, file);
        await sendFile(rows, { header, of: copy.of }, response, this.patience, sent);
      });
      outcome = 'sent';
    } finally {
      await ended?.({ outcome, ...sent });
    }
  }

  private get patience() {
    const { DOWNLOAD_LONGEST_SECONDS: seconds, DOWNLOAD_LEAST_KB_A_SECOND: speed } = this.settings;
    return { longestMs: seconds * 1_000, leastBytesASecond: speed * 1_000 };
  }

  private async fileOf(wanted: ExportRequest, sql: Sql): Promise<File> {
    const model = await currentReadModel(sql);
    if (!model)
      throw new TransientError('REPORTING.NOT_BUILT', 'The files are being built. Try again in a few minutes.');
    const freshness = await this.freshnessCheck.at(sql);
    // An older read model serves on while a new one is built; it has the columns that it has.
    const has = new Set(model.columns.map((column) => column.name));
    const columns = wanted.columns.filter((column) => has.has(column.name));
    const copy = copyRows({ ...wanted, columns }, model);
    const header = headerLine(columns, wanted);
    const { position } = model;
    const version = createHash('sha256')
      .update(JSON.stringify([position, header, copy.statement]))
      .digest('hex');
    const name = fileName(wanted, this.clock.today());
    return { name, header, copy, freshness, position, changed: await momentOf(position, sql), version };
  }
}

/** `{from}-{to}_{report_with_underscores}.csv`, without a period `{today}_{report}.csv` (docs/domain/reporting.md, "File"). */
export const fileName = ({ report, period }: ExportRequest, today: IsoDate): string =>
  `${period ? `${period.from}-${period.to}` : today}_${report.name.replaceAll('-', '_')}.csv`;

/** Answers 304 to who has this very file; else only says what the file is. */
function hasIt(request: Request, response: Response, file: File): boolean {
  setFileHeaders(request, response, file);
  if (!isFresh(request, response)) return false;
  response.status(304);
  for (const name of ofContent) response.removeHeader(name);
  return true;
}

/**
 * Does the request name this very version? Express says no to whoever sends `Cache-Control: no-cache` beside it, as `fetch`
 * does; but it was asked of the database just now.
 */
function isFresh(request: Request, response: Response): boolean {
  const [tags, since] = [request.get('if-none-match'), request.get('if-modified-since')];
  if (tags) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === response.get('ETag'));
  return Date.parse(response.get('Last-Modified') ?? '') <= Date.parse(since ?? '');
}

const ofContent = ['Content-Type', 'Content-Disposition', 'Content-Encoding'];

/** An error page is no file. */
function withoutFile(error: unknown, response: Response): unknown {
  for (const name of [...ofContent, 'ETag', 'Last-Modified']) response.removeHeader(name);
  return error;
}

/** A second that may still bring an event says nothing: whoever has the file of it might miss what came after. */
const isOver = (moment: Date): boolean => Date.now() - moment.getTime() > 2_000;

/** What a response says of its file: what it is, its name, as of when, and what is not in it yet. */
function setFileHeaders(request: Request, response: Response, file: File): void {
  const { name, freshness, position, changed, version } = file;
  const packed = request.acceptsEncodings('gzip') === 'gzip';
  response.setHeader('Content-Type', 'text/csv; charset=utf-8; header=present');
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Vary', 'Accept-Encoding');
  if (packed) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('ETag', `"${version.slice(0, 32)}${packed ? '-gzip' : ''}"`);
  if (changed && isOver(changed)) response.setHeader('Last-Modified', changed.toUTCString());
  else response.removeHeader('Last-Modified');
  response.setHeader('X-As-Of', freshness.asOf?.toISOString() ?? 'unknown');
  if (freshness.heldBackBy) response.setHeader('X-As-Of-Held-Back-By', freshness.heldBackBy);
  else response.removeHeader('X-As-Of-Held-Back-By');
  response.setHeader('X-Events-Waiting', String(freshness.waiting ?? 'unknown'));
  response.setHeader('X-Projects-Held-Back', String(freshness.heldBack));
  response.setHeader('X-Journal-Position', String(position));
}

const bom = '\uFEFF';

/** The first line of a file, by csv-writer, with the byte order mark that spreadsheets want. */
export function headerLine(columns: readonly ReportColumn[], choices: { names: boolean; bom: boolean }): string {
  const header = columns.map(({ name, heading }) => (choices.names ? name : heading));
  const line = createArrayCsvStringifier({ header, recordDelimiter: '\r\n' }).getHeaderString() ?? '';
  return choices.bom ? bom + line : line;
}
