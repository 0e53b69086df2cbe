import { createHash } from 'node:crypto';
import { allEvents, jsonSchemaOf } from '@academies/contracts';
import type { Column } from '../columns/column.ts';
import type { NarrowColumn } from '../filters/filter.ts';
import { narrowColumns } from '../filters/narrow-row.ts';
import type { Addresses } from '../rows/row-facts.ts';

/**
 * Raised by hand when a cell comes out differently for the same facts, or the tables themselves change, so that rows are
 * rendered anew. A test with sample rows fails when that was forgotten for cells.
 */
export const renderingVersion = 7;

/** What events carry, with the defaults of what they may lack. */
const contracts = (): readonly unknown[] => allEvents.map(jsonSchemaOf);

/**
 * Names the table of rows: other columns, other formats or other addresses make another table. So do other contracts: the
 * states of a read model are kept as the contract had them when they were taken, and what was thought of since has its
 * default only when they are read from the journal again. And other rules of quality, whose findings are kept beside the rows.
 */
export const fingerprintOf = (
  columns: readonly Column[],
  addresses: Addresses,
  carried = contracts(),
  rules: readonly unknown[] = [],
  narrow: readonly Pick<NarrowColumn, 'name' | 'type'>[] = narrowColumns,
): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        renderingVersion,
        addresses,
        columns.map(({ name, source, format }) => [name, source, format]),
        narrow.map(({ name, type }) => [name, type]),
        carried,
        rules,
      ]),
    )
    .digest('hex')
    .slice(0, 12);
