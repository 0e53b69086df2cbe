import { date, form, month } from '@academies/forms';
import { Clock, Needs, page, type Page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { readRequest } from '../exports/parameters.table.ts';
import { currentTables } from '../read-model/read-model.ts';
import type { Report } from '../reports/report.ts';
import { reportFor } from '../reports/reports.table.ts';
import { changesBetween } from '../history/changes.sql.ts';
import { placedTime } from '../history/place.ts';

const range = { from: '2000-01-01', to: 'today' } as const;
const months = { from: '2000-01-01', to: '2199-12-31' } as const;
const shownAtMost = 50;

/** Between which days, and of which months where the report needs them. */
const compareForm = ({ period }: Report) =>
  form({
    button: 'Compare',
    fields: {
      since: date({
        label: 'From the end of this day',
        called: 'The first day',
        hint: 'For example, 31 10 2026',
        range,
        required: 'Enter the first day',
      }),
      until: date({ label: 'To the end of this day', called: 'The last day', hint: 'Leave it empty for now', range }),
      ...(period.required && {
        from: month({ label: 'First month of the file', range: months, required: 'Enter the first month' }),
        to: month({ label: 'Last month of the file', range: months, required: 'Enter the last month' }),
      }),
    },
    together: ({ since, until }): { until?: string } =>
      since && until && since > until ? { until: 'The last day must not be before the first' } : {},
  });

interface Change {
  readonly change: 'new' | 'changed' | 'gone';
  readonly rows: number;
  readonly cells: number;
}

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
    const asked = compareForm(report);
    const empty = asked.empty().form;
    if (!('since-day' in query)) return this.page(report, { form: empty });
    const read = asked.parse(query, { today: this.clock.today() });
    if (!('ok' in read)) {
      const again = empty.again(read.typed, read.errors);
      return this.page(report, { form: again, errors: again.errors }, 400);
    }
    const { since, until, from, to } = read.ok as Record<'since' | 'until' | 'from' | 'to', string | null | undefined>;
    const told = Object.entries({ since, until, from: from?.slice(0, 7), to: to?.slice(0, 7) });
    const address = Object.fromEntries(told.filter((entry): entry is [string, string] => Boolean(entry[1])));
    return this.page(report, {
      form: empty.again(query, []),
      since,
      until,
      ...(await this.compared(report, address, user)),
    });
  }

  private page = (report: Report, context: object, status = 200): Page =>
    page('audit/compare', { title: `What changed: ${report.title}`, wide: true, report, ...context }, status);

  private async compared(report: Report, address: Readonly<Record<string, string>>, user: SignedInUser) {
    const wanted = readRequest(report, address);
    const { sql } = this.reading;
    const model = await currentTables(sql);
    const asked = { by: user.email, report: report.name, filters: wanted.filters };
    const time = wanted.time && (await placedTime(wanted.time, asked, this.clock.today(), sql));
    if (!time || !('since' in time)) return {};
    const until = time.until?.position;
    const lines = changesBetween(wanted, { since: time.since.position, ...(until !== undefined && { until }) }, model);
    const counts = await sql.all<Change>(
      `select change, count(distinct project_reference)::int as rows, count(*)::int as cells from (${lines}) as lines group by change`,
    );
    const file = `/exports/${report.name}.csv?${new URLSearchParams(address).toString()}`;
    const { since: day = '', until: end, ...rest } = address;
    const asAt = (at: string) =>
      `/exports/${report.name}.csv?${new URLSearchParams({ ...rest, as_at: at }).toString()}`;
    return {
      counts: (['new', 'changed', 'gone'] as const).map(
        (change) => counts.find((count) => count.change === change) ?? { change, rows: 0, cells: 0 },
      ),
      shownAtMost,
      changes: await sql.all(`select * from (${lines}) as lines limit ${shownAtMost}`),
      files: { changes: file, before: asAt(day), ...(end && { after: asAt(end) }) },
    };
  }
}
