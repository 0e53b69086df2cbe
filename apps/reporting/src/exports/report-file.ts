import { ForbiddenError } from '@academies/contracts';
import { Limited, may, Needs, Scoped, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { formatAt, formats } from '../formats/format.table.ts';
import { csvwOfFile } from '../reference/csvw.ts';
import { maySee, mayTakeAMonth, scopesOfReport } from '../reports/report.ts';
import { reportAt } from '../reports/reports.table.ts';
import type { ExportRequest } from '../request/export-request.ts';
import { isOneMonth } from '../request/period.ts';
import { Exporter } from './exporter.ts';
import { readRequest } from './parameters.table.ts';

const refusal = (message: string) => new ForbiddenError('REPORTING.NOT_YOURS', message);
type Query = Readonly<Record<string, unknown>>;

/** What an address asks for. Everyone in Complete comes in here for one month; the rest is the report's own right. */
function wantedBy(user: SignedInUser, name: string, query: Query): ExportRequest {
  const report = reportAt(name);
  if (!mayTakeAMonth(user, report)) throw refusal('Your role does not allow you to download this report.');
  const wanted = readRequest(report, query);
  const oneMonth = wanted.period !== undefined && isOneMonth(wanted.period);
  if (wanted.time && !may(user, 'exports')) throw refusal('Your role allows you to download files of now.');
  if (!maySee(user, report) && !oneMonth) throw refusal('Your role allows you to download one month at a time.');
  return wanted;
}

/** The file of a report, and what programs need to read it. */
@Controller('exports')
@Needs('by-month')
@Scoped(({ report }) => scopesOfReport(report))
@Limited('exports')
export class ReportFile {
  constructor(private readonly exporter: Exporter) {}

  @Get(Object.keys(formats).map((ending) => `:report.${ending}`))
  async download(
    @Param('report') name: string,
    @Query() query: Query,
    @SignedIn() user: SignedInUser,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const wanted = { ...wantedBy(user, name, query), format: formatAt(request.path) };
    await this.exporter.send(wanted, user.email, request, response);
  }

  /** Made from the request's own columns, so that it is true of every variant of the file (docs/domain/readers.md). */
  @Get(':report.csv-metadata.json')
  @Header('Content-Type', 'application/csvm+json')
  metadata(
    @Param('report') name: string,
    @Query() query: Query,
    @SignedIn() user: SignedInUser,
    @Req() { originalUrl }: Request,
  ) {
    return csvwOfFile(wantedBy(user, name, query), originalUrl);
  }
}
