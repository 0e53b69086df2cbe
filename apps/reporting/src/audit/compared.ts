import type { IsoDate } from '@academies/contracts';
import type { Sql } from '@academies/database';
import { date, form, month } from '@academies/forms';
import { inWords } from '@academies/web';
import { momentOf } from '../journal/journal.ts';
import { changesBetween } from '../history/changes.sql.ts';
import { type Place, placedTime } from '../history/place.ts';
import { currentTables } from '../read-model/read-model.ts';
import type { Report } from '../reports/report.ts';
import type { ExportRequest } from '../request/export-request.ts';

const range = { from: '2000-01-01', to: 'today' } as const;
const months = { from: '2000-01-01', to: '2199-12-31' } as const;
const shownAtMost = 50;

/** Between which days, and of which months where the file needs them. */
const compareForm = (needsPeriod: boolean) =>
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
      ...(needsPeriod && {
        from: month({ label: 'First month of the file', range: months, required: 'Enter the first month' }),
        to: month({ label: 'Last month of the file', range: months, required: 'Enter the last month' }),
      }),
    },
    together: ({ since, until }): { until?: string } =>
      since && until && since > until ? { until: 'The last day must not be before the first' } : {},
  });

/** A file of which changes are shown: where it is, and what its address with some parameters asks for. */
export interface Comparable {
  readonly address: string;
  readonly period: Pick<Report['period'], 'required'>;
  readonly wanted: (parameters: Readonly<Record<string, string>>) => ExportRequest;
}

/** Who asks, and what is asked for. */
interface Asking {
  readonly by: string;
  readonly query: Readonly<Record<string, string>>;
  readonly today: IsoDate;
}

/** What the page of changes shows of a file: the form, and once it is answered, or a link has said a moment, what has changed. */
export async function compared(file: Comparable, { by, query, today }: Asking, sql: Sql) {
  const asked = compareForm(file.period.required);
  const empty = asked.empty().form;
  const linked = typeof query['since'] === 'string' ? { since: query['since'] } : undefined;
  if (linked) return { form: empty, ...(await changesOf(file, linked, { by, today }, sql)) };
  if (!('since-day' in query)) return { form: empty };
  const read = asked.parse(query, { today });
  if (!('ok' in read)) {
    const again = empty.again(read.typed, read.errors);
    return { form: again, errors: again.errors };
  }
  const { since, until, from, to } = read.ok as Record<'since' | 'until' | 'from' | 'to', string | null | undefined>;
  const told = Object.entries({ since, until, from: from?.slice(0, 7), to: to?.slice(0, 7) });
  const address = Object.fromEntries(told.filter((entry): entry is [string, string] => Boolean(entry[1])));
  return { form: empty.again(query, []), ...(await changesOf(file, address, { by, today }, sql)) };
}

interface Change {
  readonly change: 'new' | 'changed' | 'gone';
  readonly rows: number;
  readonly cells: number;
}

/** A day as such; another position by when it was reached. */
async function placeInWords({ named, position }: Place, sql: Sql): Promise<string> {
  if (/^\d{4}-/.test(named)) return inWords.date(named);
  const moment = await momentOf(position, sql);
  return moment ? inWords.dateTime(moment) : 'the beginning';
}

async function changesOf(
  { address, wanted: wantedBy }: Comparable,
  asked: Readonly<Record<string, string>>,
  { by, today }: Pick<Asking, 'by' | 'today'>,
  sql: Sql,
) {
  const wanted = wantedBy(asked);
  const model = await currentTables(sql);
  const downloaded = { by, report: wanted.report.name, filters: wanted.filters };
  const time = wanted.time && (await placedTime(wanted.time, downloaded, today, sql));
  if (!time || !('since' in time)) return {};
  const until = time.until?.position;
  const lines = changesBetween(wanted, { since: time.since.position, ...(until !== undefined && { until }) }, model);
  const counts = await sql.all<Change>(
    `select change, count(distinct project_reference)::int as rows, count(*)::int as cells from (${lines}) as lines group by change`,
  );
  const link = (parameters: Readonly<Record<string, string>>) =>
    `${address}.csv?${new URLSearchParams(parameters).toString()}`;
  const { since: day = '', until: end, ...rest } = asked;
  return {
    since: await placeInWords(time.since, sql),
    until: time.until && (await placeInWords(time.until, sql)),
    counts: (['new', 'changed', 'gone'] as const).map(
      (change) => counts.find((count) => count.change === change) ?? { change, rows: 0, cells: 0 },
    ),
    shownAtMost,
    changes: await sql.all(`select * from (${lines}) as lines limit ${shownAtMost}`),
    files: {
      changes: link(asked),
      before: link({ ...rest, as_at: day }),
      ...(end && { after: link({ ...rest, as_at: end }) }),
    },
  };
}
