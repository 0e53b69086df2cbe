import { NotFoundError } from '@academies/contracts';
import { may, Needs, Scoped, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Render } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { reports } from '../reports/reports.table.ts';
import { type DownloadRecord, recordOf } from './records.ts';

/** What a download was, for whoever took it: how many rows and which bytes, so that the file can be checked. */
@Controller('downloads')
@Needs('by-month')
export class DownloadPage {
  constructor(private readonly reading: Reading) {}

  /** A file's `Link: rel="status"` leads here, before its first byte. */
  @Get(':download.json')
  @Scoped(() => [])
  async json(@Param('download') id: string, @SignedIn() user: SignedInUser): Promise<Omit<DownloadRecord, 'by'>> {
    const { by: _, ...record } = await this.found(id, user);
    return record;
  }

  @Get(':download')
  @Render('records/download')
  async show(@Param('download') id: string, @SignedIn() user: SignedInUser) {
    const record = await this.found(id, user);
    const report = reports.find(({ name }) => name === record.report)?.title ?? record.report;
    return { title: record.fileName, record, report };
  }

  private async found(id: string, user: SignedInUser): Promise<DownloadRecord> {
    const record = await recordOf(id, this.reading.sql);
    if (record && (record.by === user.email || may(user, 'service-support'))) return record;
    throw new NotFoundError('REPORTING.NO_SUCH_DOWNLOAD', 'There is no such download of yours.');
  }
}
