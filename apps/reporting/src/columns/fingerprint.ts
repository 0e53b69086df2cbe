import { createHash } from 'node:crypto';
import type { Column } from './column.ts';

/**
 * Raised by hand when a cell comes out differently for the same facts, or the tables themselves change, so that rows are
 * rendered anew. A test with sample rows fails when that was forgotten for cells.
 */
export const renderingVersion = 2;

/** Addresses of the services; links in cells are made with them. */
export interface Addresses {
  readonly prepare: string;
  readonly complete: string;
}

/** Names the table of rows: other columns, other formats or other addresses make another table. */
export const fingerprintOf = (columns: readonly Column[], addresses: Addresses): string =>
  createHash('sha256')
    .update(
      JSON.stringify([renderingVersion, addresses, columns.map(({ name, source, format }) => [name, source, format])]),
    )
    .digest('hex')
    .slice(0, 12);
