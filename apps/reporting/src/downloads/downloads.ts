import { Injectable } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { downloadSql } from './download.sql.ts';

/** What is being downloaded, and by whom. */
export interface Download {
  readonly by: string;
  readonly report: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly fileName: string;
}

/** How a download ended. */
export interface Ending {
  readonly outcome: 'sent' | 'broken off';
  readonly rows: number;
  readonly bytes: number;
}

/** Keeps every download on record. */
@Injectable()
export class Downloads {
  constructor(private readonly reading: Reading) {}

  /** Answers with how to say that it has ended. */
  async begin(download: Download, asOf: Date | null, position: number): Promise<(ending: Ending) => Promise<void>> {
    const { by, report, filters, fileName } = download;
    const values = [by, report, JSON.stringify(filters), fileName, asOf, position];
    const [begun] = await this.reading.sql.all<{ id: string }>(downloadSql.begin, values);
    return async ({ outcome, rows, bytes }) => {
      await this.reading.sql.all(downloadSql.end, [begun?.id, outcome, rows, bytes]);
    };
  }
}
