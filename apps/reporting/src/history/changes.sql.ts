import { escapeLiteral as literal } from '@academies/database';
import { columnNamed } from '../columns/columns.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import { defendedColumn, rowTable, schemaOf } from '../read-model/tables.sql.ts';
import type { ReportColumn } from '../reports/report.ts';
import { whichRows } from '../request/copy.ts';
import type { ExportRequest } from '../request/export-request.ts';
import { key, putBack, rowsAsAt, wasNot } from './as-at.sql.ts';
import { eventWordPairs } from './event-words.table.ts';

/** What a line of changes says: one changed cell, or of a row that is new or gone, one cell that it has or had. */
export const changeColumns: readonly ReportColumn[] = [
  { name: key, heading: 'Project reference' },
  { name: 'school_name', heading: 'School name' },
  { name: 'change', heading: 'Change' },
  { name: 'why', heading: 'Why' },
  { name: 'column', heading: 'Column' },
  { name: 'old', heading: 'Before' },
  { name: 'new', heading: 'After' },
];

/** Between which positions of the journal; without an end, up to now. */
export interface Between {
  readonly since: number;
  readonly until?: number;
}

/**
 * What has changed in a file between two positions of the journal, a line a cell: rows that are new in it, changed in it,
 * or gone from it, whether they began or ended or only what they say has brought them in or out. The file as at the first
 * position and these lines are the file as at the second.
 */
export function changesBetween(wanted: ExportRequest, { since, until }: Between, model: ReadModel): string {
  const rowsThen = until === undefined ? rowTable(model.build) : rowsAsAt(model, until);
  const others = model.columns.filter((column) => column.name !== key);
  const before = others.map((column) => putBack(column.name, 'changed.old', 'present')).join(', ');
  const chosen = whichRows(wanted);
  return `
    with changed as materialized (
      select ${key}, merged(old::jsonb order by position desc) as old, merged(new::jsonb order by position) as new,
             max(position) as position
        from ${schemaOf(model.build)}.row_change
       where position > ${since}${until === undefined ? '' : ` and position <= ${until}`}
       group by ${key}),
    before as (
      select ${key}, true as there
        from (select ${key}, ${before} from changed left join ${rowsThen} as present using (${key})
               where not changed.old @> '${wasNot}') as row ${chosen}),
    after as (select ${key}, true as there from ${rowsThen} as row ${chosen}),
    pair as (
      select ${key}, position, changed.old as was, changed.new as became,${wanted.plain ? ` present.${defendedColumn} as defended,` : ''}
             coalesce(present.school_name, changed.old ->> 'school_name') as school_name,
             case when before.there is null then 'new' when after.there is null then 'gone' else 'changed' end as change,
             case when before.there is null then '{}' when after.there is null
                  then coalesce(to_jsonb(present), '{}') || changed.old else changed.old end as old,
             case when after.there is null then '{}' when before.there is null
                  then to_jsonb(present) else changed.new end as new
        from changed left join before using (${key}) left join after using (${key})
        left join ${rowsThen} as present using (${key})
       where before.there or after.there)
    select ${key}, school_name, change, ${why(wanted)} as why, cell.heading as "column", ${said(wanted, 'old', 'was')}, ${said(wanted, 'new', 'became')}
      from pair
      left join journal using (position)
      left join (values ${eventWordPairs.map(valuesOf).join(', ')}) as event (type, words) on event.type = journal.type
     cross join lateral (
           select place, name, heading, pair.old ->> name as old, pair.new ->> name as new
             from jsonb_object_keys(pair.old || pair.new) as name
             join (values ${wanted.columns.map(placed(wanted)).join(', ')}) as column_of (place, name, heading) using (name)
            where pair.old ->> name is distinct from pair.new ->> name) as cell
     order by ${key}, place`;
}

/** What a cell said, or says; a plain one without the apostrophe that it had been given. */
const said = ({ plain }: ExportRequest, value: 'old' | 'new', change: 'was' | 'became'): string =>
  plain
    ? `case when strpos(case when ${change} ? '${defendedColumn}' then ${change} ->> '${defendedColumn}' else defended end, ',' || cell.name || ',') > 0
            then substr(cell.${value}, 2) else cell.${value} end as ${value}`
    : `cell.${value}`;

const valuesOf = (texts: readonly string[]): string => `(${texts.map(literal).join(', ')})`;

const placed =
  ({ names }: ExportRequest) =>
  ({ name, heading }: ReportColumn, place: number): string =>
    `(${place}, ${literal(name)}, ${literal(names ? name : heading)})`;

/** A row that only moved into the file or out of it has done so by what it says; else the event that came last is the reason. */
function why({ report, period, on, chosen }: ExportRequest): string {
  const behind = chosen?.past.behind ?? [...Object.keys(report.rows), ...(period ? [on] : [])];
  const moved = behind.map((name) => {
    const [was, became] = [`was ->> ${literal(name)}`, `became ->> ${literal(name)}`];
    const words = `${literal(`${columnNamed(name).heading} was `)} || coalesce(${was}, 'blank') || ' and is ' || coalesce(${became}, 'blank')`;
    return `case when ${was} is distinct from ${became} then ${words} end`;
  });
  const begunOrEnded = `was @> '${wasNot}' or became @> '${wasNot}'`;
  const byWhatItSays = moved.length > 0 ? `nullif(concat_ws('; ', ${moved.join(', ')}), '')` : 'null';
  return `case when change = 'changed' or ${begunOrEnded} then coalesce(event.words, journal.type)
               else coalesce(${byWhatItSays}, event.words, journal.type) end`;
}
