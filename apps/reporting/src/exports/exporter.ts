import { TransientError } from '@academies/contracts';
import { Clock } from '@academies/web';
import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Reading } from '../database/reading.ts';
import { Downloads } from '../downloads/downloads.ts';
import { currentReadModel } from '../model/read-model.ts';
import { Standings } from '../standing/standings.ts';
import { copyRows } from './copy-rows.sql.ts';
import type { ExportRequest } from './export-request.ts';
import { setFileHeaders } from './file-headers.ts';
import { fileName } from './file-name.ts';
import { headerLine } from './header-line.ts';
import { sendFile } from './send-file.ts';

/** Answers a request with a file: standing, header and rows are of one snapshot. */
@Injectable()
export class Exporter {
  readonly #logger = new Logger(Exporter.name);

  constructor(
    private readonly reading: Reading,
    private readonly standings: Standings,
    private readonly downloads: Downloads,
    private readonly clock: Clock,
  ) {}

  async send(wanted: ExportRequest, by: string, request: Request, response: Response): Promise<void> {
    const sent = { rows: 0, bytes: 0 };
    let ended: Awaited<ReturnType<Downloads['begin']>> | undefined;
    let outcome: 'sent' | 'broken off' = 'broken off';
    try {
      const standing = await this.standings.now();
      await this.reading.inSnapshot(async (client, sql) => {
        const model = await currentReadModel(sql);
        if (!model)
          throw new TransientError('REPORTING.NOT_BUILT', 'The files are being built. Try again in a few minutes.');
        const name = fileName(wanted, this.clock.today());
        const download = { by, report: wanted.report.name, filters: wanted.filters, fileName: name };
        ended = await this.downloads.begin(download, standing.asOf, model.position);
        setFileHeaders(request, response, { name, standing, position: model.position });
        // An older read model serves on while a new one is built; it has the columns that it has.
        const has = new Set(model.columns.map((column) => column.name));
        const columns = wanted.columns.filter((column) => has.has(column.name));
        const copy = copyRows({ ...wanted, columns }, model);
        await sendFile(client, { header: headerLine(columns, wanted), copy }, response, sent);
      });
      outcome = 'sent';
    } catch (error) {
      if (!response.headersSent && !response.destroyed) throw error;
      this.#logger.warn(`${wanted.report.name} broke off after ${sent.rows} rows: ${String(error)}`);
      response.destroy();
    } finally {
      await ended?.({ outcome, ...sent });
    }
  }
}
