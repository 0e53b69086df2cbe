import type { Sql } from '@academies/database';
import { escapeIdentifier as name } from '@academies/database';
import type { ReadModel } from '../read-model/read-model.ts';
import { choiceTable, rowTable } from '../read-model/tables.sql.ts';
import type { Filter } from '../filters/filter.ts';

/** A value that a filter can have, and how people call it. */
export interface Offer {
  readonly value: string;
  readonly text: string;
}

/** Filters whose values are those that the rows have; each has its index. */
export const isFromRows = ({ offers, named }: Filter): boolean => offers === undefined && named !== undefined;

/**
 * Steps through the index from one value to the next, which costs as much as there are values; `distinct` would read every
 * row (docs/adr/007-lists.md).
 */
const valuesOf = ({ column, named }: Filter, { build }: ReadModel): string => {
  const [table, held] = [choiceTable(build), name(column.name)];
  return `
    with recursive each (value) as (
      select (select min(${held}) from ${table})
      union all
      select (select min(${held}) from ${table} where ${held} > value) from each where value is not null)
    select value, coalesce((
             select ${name(named ?? column.name)} from ${rowTable(build)}
              where project_reference = (select project_reference from ${table} where ${held} = value limit 1)), value) as text
      from each where value is not null order by text, value`;
};

/** What a filter offers now: its closed list, or the values that rows have. */
export const offersOf = async (filter: Filter, model: ReadModel, sql: Sql): Promise<readonly Offer[]> =>
  filter.offers ?? (isFromRows(filter) ? sql.all<Offer>(valuesOf(filter, model)) : []);
