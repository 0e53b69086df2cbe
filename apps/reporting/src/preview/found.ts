import { comparable } from '@academies/contracts';
import { escapeIdentifier as name, type Sql } from '@academies/database';
import type { Found, Match } from '@academies/forms';
import { ofSearch, wordsOf } from '../filters/narrowing.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import { choiceTable, rowTable, schemaOf } from '../read-model/tables.sql.ts';
import type { Offer } from './offered.ts';

/** A filter whose values are too many for a list: they are found by a name or a number, among those that rows have. */
interface Look {
  /** What is said when nothing is found. */
  readonly none: string;
  readonly hint: string;
  /** Each value, how people call it, and by which numbers it is known. */
  readonly all: (model: ReadModel) => string;
}

export const looks: Readonly<Record<string, Look>> = {
  trust: {
    none: 'No trust of any project is called',
    hint: 'Part of the name, UKPRN or TRN',
    all: ({ build }) => `
      select coalesce(state ->> 'ukprn', state ->> 'trn') as value, state ->> 'name' as text,
             array_remove(array[state ->> 'ukprn', nullif(state ->> 'trn', '')], null) as numbers
        from ${schemaOf(build)}.trust
       where exists (select from ${choiceTable(build)} c
                      where c.trusts && array_remove(array[state ->> 'ukprn', nullif(state ->> 'trn', '')], null))`,
  },
  group: {
    none: 'No group of projects belongs to a trust called',
    hint: 'Part of the name of its trust, or the group reference',
    all: ({ build }) => `
      with recursive each (value) as (
        select (select min(group_reference) from ${choiceTable(build)})
        union all
        select (select min(group_reference) from ${choiceTable(build)} where group_reference > value) from each where value is not null)
      select value, coalesce((
               select ${name('incoming_trust_name')} from ${rowTable(build)}
                where project_reference = (select project_reference from ${choiceTable(build)} where group_reference = value limit 1)), value) as text,
             array[value] as numbers
        from each where value is not null`,
  },
};

const shownAtMost = 20;

const matchOf = ({ value, text, numbers }: Row): Match => ({ value, text, hint: numbers.join(', '), numbers });
interface Row {
  readonly value: string;
  readonly text: string;
  readonly numbers: string[];
}

/** What a typed name or number can mean. */
export async function matching(filter: string, search: string, model: ReadModel, sql: Sql): Promise<Found> {
  const look = looks[filter];
  const words = wordsOf(search);
  if (!look || words.length === 0) return { matches: [], more: false };
  const named = ofSearch(words, 'searchable(text)').join(' and ');
  const rows = await sql.all<Row>(
    `select * from (${look.all(model)}) as each where (${named}) or $1 = any (numbers) order by text, value limit ${shownAtMost + 1}`,
    [search.trim().toUpperCase()],
  );
  return { matches: rows.slice(0, shownAtMost).map(matchOf), more: rows.length > shownAtMost };
}

/** How people call values that are chosen already; one that no row has any more keeps its number. */
export async function namesOf(filter: string, values: readonly string[], model: ReadModel, sql: Sql): Promise<Offer[]> {
  const look = looks[filter];
  if (!look || values.length === 0) return [];
  const rows = await sql.all<Row>(`select * from (${look.all(model)}) as each where numbers && $1::text[]`, [values]);
  return values.map((value) => {
    const text = rows.find(({ numbers }) => numbers.includes(value))?.text;
    return { value, text: text === undefined || text === value ? value : `${text} (${value})` };
  });
}

/** The one that is meant: it has this number, is called just so, or nothing else was found. */
export function theOne({ matches }: Found, search: string): Match | undefined {
  const [called, number] = [comparable(search), search.trim().toUpperCase()];
  const exact = matches.filter(({ text, numbers }) => numbers?.includes(number) || comparable(text) === called);
  if (exact.length === 1) return exact[0];
  return matches.length === 1 ? matches[0] : undefined;
}
