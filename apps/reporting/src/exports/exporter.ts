import type { Trial } from '@academies/contracts';
import type { Sql } from '@academies/database';
import { Clock, settingsToken } from '@academies/web';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Reading } from '../database/reading.ts';
import { FreshnessCheck } from '../freshness/freshness.ts';
import type { ExportRequest } from '../request/export-request.ts';
import { Downloads, type DownloadSettings } from './downloads.ts';
import { hasIt, setFileHeaders, statusLink, withoutFile } from './file-headers.ts';
import { fileOf, nameIn } from './file-of.ts';
import { openCopy, type Sent, sendFile } from './file-stream.ts';
import { askedPart } from './part.ts';

/** Answers a request with a file: freshness, header and rows are of one snapshot. */
@Injectable()
export class Exporter {
  readonly #logger = new Logger(Exporter.name);

  constructor(
    private readonly reading: Reading,
    private readonly freshnessCheck: FreshnessCheck,
    private readonly downloads: Downloads,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: DownloadSettings & { readonly TRIAL: Trial },
  ) {}

  async send(wanted: ExportRequest, by: string, request: Request, response: Response): Promise<void> {
    // Who has the file already, or asks only what it is, waits for no turn and has downloaded nothing.
    const now = await this.fileOf(wanted, by, this.reading.sql);
    if (hasIt(request, response, now) || request.method === 'HEAD') return void response.end();
    const sent: Sent = { rows: 0, bytes: 0 };
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
    let begun: Awaited<ReturnType<Downloads['begin']>> | undefined;
    let outcome: 'sent' | 'broken off' = 'broken off';
    try {
      await this.reading.inSnapshot(async (client, sql) => {
        const file = await this.fileOf(wanted, by, sql);
        const { name: fileName, freshness, position, copy } = file;
        const download = { by, report: wanted.report.name, filters: wanted.filters, fileName };
        setFileHeaders(request, response, file);
        const part = await askedPart(request, response, file, client);
        begun = await this.downloads.begin(download, freshness.asOf, position);
        response.append('Link', statusLink(begun.id)).setHeader('Trailer', 'X-Rows, X-SHA256');
        const rows = await openCopy(client, copy);
        await sendFile(rows, file, response, this.patience, sent, part);
      });
      outcome = 'sent';
    } finally {
      await begun?.end({ outcome, ...sent });
    }
  }

  private get patience() {
    const { DOWNLOAD_LONGEST_SECONDS: seconds, DOWNLOAD_LEAST_KB_A_SECOND: speed } = this.settings;
    return { longestMs: seconds * 1_000, leastBytesASecond: speed * 1_000 };
  }

  private async fileOf(wanted: ExportRequest, by: string, sql: Sql) {
    const file = await fileOf(wanted, by, this.clock.today(), sql);
    return { ...file, name: nameIn(this.settings.TRIAL, file.name), freshness: await this.freshnessCheck.at(sql) };
  }
}
