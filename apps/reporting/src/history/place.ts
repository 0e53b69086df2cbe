import { InvalidError, IsoDate } from '@academies/contracts';
import type { Sql } from '@academies/database';
import { currentReadModel } from '../read-model/read-model.ts';
import type { AskedTime, Moment } from '../request/export-request.ts';

/** A moment as a position of the journal, and as a file's name says it. */
export interface Place {
  readonly position: number;
  readonly named: string;
}

const wrong = (message: string) => new InvalidError('REPORTING.WRONG_MOMENT', message);

/** Reads a day, `2027-03-31`, or a position, as a file's `X-Journal-Position` says it. */
export function readMoment(name: string, value: string): Moment | undefined {
  if (value === '') return undefined;
  if (/^\d{1,15}$/.test(value)) return { position: Number(value) };
  if (IsoDate.safeParse(value).success) return { day: value };
  throw wrong(`${name} must be a day, like ${name}=2027-03-31, or the X-Journal-Position of a file.`);
}

/** Everything that had arrived when a day ended in England. */
const endOfDay = `
  select coalesce(max(position), 0) as position from journal
   where received_at < (($1::date + 1)::timestamp at time zone 'Europe/London')`;

/** The file of a report that somebody took last, with the same filters on its rows. */
const lastDownload = `
  select position, started_at from download
   where by_email = $1 and report = $2 and outcome = 'sent' and filters - $3::text[] = $4::jsonb - $3::text[]
   order by started_at desc limit 1`;

/** What an address says of the look and the time of a file, and not of which rows it has. */
const notOfRows = ['as_at', 'since', 'until', 'bom', 'headings', 'contacts'];

/** Whose file of what: who asks for their last download means this. */
export interface Downloaded {
  readonly by: string;
  readonly report: string;
  readonly filters: Readonly<Record<string, string>>;
}

/** Where in the journal a moment is. `today` is the day in England: a later one has no end yet. */
export async function placeOf(moment: Moment, asked: Downloaded, today: IsoDate, sql: Sql): Promise<Place> {
  if (moment === 'last') {
    const { by, report, filters } = asked;
    const [last] = await sql.all<Place>(lastDownload, [by, report, notOfRows, JSON.stringify(filters)]);
    if (!last) throw wrong('You have not downloaded this file yet. Give a day, like since=2027-03-31.');
    return { position: Number(last.position), named: 'my_last_download' };
  }
  if ('day' in moment) {
    const { day } = moment;
    if (day > today) throw wrong(`${day} has not been yet. Choose a day up to today.`);
    const [found] = await sql.all<Place>(endOfDay, [day]);
    return { position: Number(found?.position ?? 0), named: day };
  }
  const newest = (await currentReadModel(sql))?.position ?? 0;
  if (moment.position > newest) throw wrong(`The journal has no position ${moment.position} yet.`);
  return { position: moment.position, named: `position_${moment.position}` };
}

/** Times of a request, as positions of the journal. */
export type PlacedTime = { readonly asAt: Place } | { readonly since: Place; readonly until?: Place };

/** Where in the journal the times of a request are; the end is not before the beginning. */
export async function placedTime(time: AskedTime, asked: Downloaded, today: IsoDate, sql: Sql): Promise<PlacedTime> {
  if ('asAt' in time) return { asAt: await placeOf(time.asAt, asked, today, sql) };
  const since = await placeOf(time.since, asked, today, sql);
  if (!time.until) return { since };
  const until = await placeOf(time.until, asked, today, sql);
  if (until.position < since.position) throw wrong('until must be the same as since or after it.');
  return { since, until };
}
