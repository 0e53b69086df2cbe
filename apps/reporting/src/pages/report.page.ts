import { comparable } from '@academies/contracts';
import { Clock, Needs, page, type Page, type Redirect, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { columnNamed } from '../columns/columns.ts';
import { Downloads } from '../exports/downloads.ts';
import { lastDayOf, type Months } from '../filters/named-periods.ts';
import { ofPeriod, ofRows } from '../filters/narrowing.ts';
import { otherTypes } from '../formats/format.table.ts';
import { FreshnessCheck } from '../freshness/freshness.ts';
import { Preview } from '../preview/preview.ts';
import { announced } from '../reports/announced-changes.table.ts';
import { lackingContacts, type Report } from '../reports/report.ts';
import { reportFor } from '../reports/reports.table.ts';
import { monthsInWords } from '../filters/months.ts';
import { chosenMonths, type PeriodAnswer, periodForm } from './period-form.ts';

/** One report: what it is for, the period and the look of its file, what would be in it, and its columns. The right is the report's own. */
@Controller('exports/:report')
@Needs('by-month')
export class ReportPage {
  constructor(
    private readonly freshnessCheck: FreshnessCheck,
    private readonly preview: Preview,
    private readonly downloads: Downloads,
    private readonly clock: Clock,
  ) {}

  /** The form is sent to this very address: it shows what is in the file, or leads to it. */
  @Get()
  async show(
    @Param('report') name: string,
    @Query() query: Record<string, string>,
    @SignedIn() user: SignedInUser,
  ): Promise<Page | Redirect> {
    const report = reportFor(user, name);
    const today = this.clock.today();
    const last = await this.downloads.lastMonths(user.email, report.name);
    const form = periodForm(report, today, last);
    const begins = { period: report.period.required ? 'this-month' : 'all', headings: 'words' } as const;
    const read = form.parse('period' in query ? query : begins, { today });
    if (!('ok' in read)) {
      const again = form.beginningWith(begins).form.again(read.typed, read.errors);
      return this.page(report, query, { form: again, errors: again.errors }, 400);
    }
    const months = chosenMonths(read.ok, today, last);
    const file = fileAddress(report, months, read.ok);
    const type = otherTypes().find(({ value }) => value === query['do'])?.value;
    if (type || query['do'] === 'download') return redirect(file.replace('.csv', `.${type ?? 'csv'}`));
    const shown = {
      form: form.beginningWith(read.ok).form,
      preview: await this.previewed(report, months, read.ok),
      months: months && monthsInWords(months),
      file,
    };
    return this.page(report, query, shown);
  }

  private previewed(report: Report, months: Months | undefined, { on, contacts }: Chosen) {
    const period = months && { from: `${months.from}-01`, to: lastDayOf(months.to) };
    const where = [...ofRows(report.rows), ...(period ? [ofPeriod(on ?? report.period.column, period)] : [])];
    const more = contacts.includes('all') ? lackingContacts(report) : [];
    return this.preview.of({ where, order: report.order.map((column) => `c.${column}`) }, [...report.columns, ...more]);
  }

  private async page(report: Report, query: Record<string, string>, context: object, status = 200): Promise<Page> {
    const find = typeof query['find'] === 'string' ? query['find'].slice(0, 80) : '';
    const wanted = comparable(find);
    const columns = report.columns
      .map(({ name, heading }) => ({ ...columnNamed(name), heading }))
      .filter(({ name, heading, meaning }) => comparable(`${name} ${heading} ${meaning}`).includes(wanted));
    const kept = Object.entries(query).filter(([name, value]) => name !== 'find' && name !== 'do' && value !== '');
    const dateHeading = columnNamed(report.period.column).heading;
    const freshness = await this.freshnessCheck.now();
    const changes = announced({ report: report.name });
    const types = otherTypes().map(({ text, value }) => ({ text, value }));
    const shown = { report, columns, find, kept, dateHeading, freshness, changes, types };
    return page('pages/report', { title: report.title, wide: true, ...shown, ...context }, status);
  }
}

type Chosen = Pick<PeriodAnswer, 'contacts' | 'headings'> & { readonly on?: string | null };

/** The address of a file, as others rely on it: `/exports/{report}.csv?from=YYYY-MM&to=YYYY-MM`. */
function fileAddress({ name }: Report, months: Months | undefined, { on, contacts, headings }: Chosen): string {
  const query = new URLSearchParams({
    ...months,
    ...(on && { on }),
    ...(contacts.includes('all') && { contacts: 'all' }),
    ...(headings === 'names' && { headings }),
  });
  return `/exports/${name}.csv${query.size > 0 ? `?${query}` : ''}`;
}
