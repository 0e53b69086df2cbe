import { ForbiddenError } from '@academies/contracts';
import { Clock, Needs, page, type Page, type Redirect, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { columnNamed } from '../columns/columns.ts';
import { FreshnessCheck } from '../freshness/freshness.ts';
import { maySee, type Report } from '../reports/report.ts';
import { reportAt } from '../reports/reports.table.ts';
import { periodForm } from './period-form.ts';

/** One report: the period and the choices for its file, and its columns. The right is the report's own (reports/access). */
@Controller('exports/:report')
@Needs('by-month')
export class ReportPage {
  constructor(
    private readonly freshnessCheck: FreshnessCheck,
    private readonly clock: Clock,
  ) {}

  /** The form is sent to this very address; answers that are right lead to the file. */
  @Get()
  async show(
    @Param('report') name: string,
    @Query() query: Record<string, string>,
    @SignedIn() user: SignedInUser,
  ): Promise<Page | Redirect> {
    const report = reportAt(name);
    if (!maySee(user, report)) {
      throw new ForbiddenError('REPORTING.NOT_YOURS', 'Your role does not allow you to download this report.');
    }
    const form = periodForm(report);
    const empty = form.beginningWith({ headings: 'words' }).form;
    if (!('from-month' in query)) return this.page(report, { form: empty });
    const read = form.parse(query, { today: this.clock.today() });
    if ('ok' in read) return redirect(fileAddress(report, read.ok));
    const again = empty.again(read.typed, read.errors);
    return this.page(report, { form: again, errors: again.errors }, 400);
  }

  private async page(report: Report, context: object, status = 200): Promise<Page> {
    const columns = report.columns.map(({ name, heading }) => ({ ...columnNamed(name), heading }));
    const dateHeading = columnNamed(report.period.column).heading;
    const freshness = await this.freshnessCheck.now();
    return page('pages/report', { title: report.title, report, columns, dateHeading, freshness, ...context }, status);
  }
}

interface Chosen {
  readonly from: string | null;
  readonly to: string | null;
  readonly on?: string | null;
  readonly contacts: readonly string[];
  readonly headings: string | null;
}

/** The address of a file, as others rely on it: `/exports/{report}.csv?from=YYYY-MM&to=YYYY-MM`. */
function fileAddress({ name }: Report, { from, to, on, contacts, headings }: Chosen): string {
  const query = new URLSearchParams({
    ...(from && to && { from: from.slice(0, 7), to: to.slice(0, 7) }),
    ...(on && { on }),
    ...(contacts.includes('all') && { contacts: 'all' }),
    ...(headings === 'names' && { headings }),
  });
  return `/exports/${name}.csv${query.size > 0 ? `?${query}` : ''}`;
}
