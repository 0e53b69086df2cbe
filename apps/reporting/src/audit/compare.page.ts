import { Clock, Needs, page, type Page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { readRequest } from '../exports/parameters.table.ts';
import { reportFor } from '../reports/reports.table.ts';
import { compared } from './compared.ts';

/** What has changed in a report between two days, before anybody downloads it. */
@Controller('exports/:report/changes')
@Needs('exports')
export class ComparePage {
  constructor(
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('report') name: string,
    @Query() query: Record<string, string>,
    @SignedIn() user: SignedInUser,
  ): Promise<Page> {
    const report = reportFor(user, name);
    const file = {
      address: `/exports/${report.name}`,
      period: report.period,
      wanted: (parameters: Readonly<Record<string, string>>) => readRequest(report, parameters),
    };
    const asking = { by: user.email, query, today: this.clock.today() };
    const shown = await compared(file, asking, this.reading.sql);
    const title = `What changed: ${report.title}`;
    return page('audit/compare', { title, wide: true, back: file.address, ...shown }, 'errors' in shown ? 400 : 200);
  }
}
