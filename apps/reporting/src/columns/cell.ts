/** What a cell holds. A blank cell is null; identifiers, dates and numbers never take a formula's apostrophe. */
export type Cell = { readonly kind: 'text' | 'identifier' | 'date' | 'number'; readonly value: string } | null;

type Unknown = null | undefined;

const cell = (kind: NonNullable<Cell>['kind'], value: string | Unknown): Cell =>
  value === null || value === undefined || value === '' ? null : { kind, value };

/** A blank cell. */
export const none: Cell = null;

/** Words that somebody wrote, or that the vocabulary has. */
export const text = (value: string | Unknown): Cell => cell('text', value);

const identifierLike = /^[\p{L}\p{N}][\p{L}\p{N} /_.-]*$/u;

/** A URN, a UKPRN, a reference: kept as it is, with leading zeros. What cannot be one is text, and defended as text. */
export const identifier = (value: string | Unknown): Cell =>
  cell(value && !identifierLike.test(value) ? 'text' : 'identifier', value);

/** A day, `YYYY-MM-DD`. */
export const date = (value: string | Unknown): Cell => cell('date', value);

/** A number as it shall be read: whole, or pounds and pence. */
export const number = (value: number | string | Unknown): Cell =>
  cell('number', value === null || value === undefined ? null : String(value));

/** Signs at which a spreadsheet starts to calculate (domain/reporting.md, "What a cell says"). */
const formula = /^[=+\-@\t\n]/;

/** Few texts have anything of this: formulas, NUL, carriage returns, halves of surrogate pairs. */
const needsCare = /^[=+\-@\t\n]|[\0\r\ud800-\udfff]/;

/** The cell as it stands in the table: single line feeds, safe for spreadsheets, blank is null. */
export function written(cell: Cell): string | null {
  if (cell === null) return null;
  const { kind, value } = cell;
  return kind === 'text' && needsCare.test(value) ? cared(value) : value;
}

/** PostgreSQL holds neither NUL nor half a surrogate pair; both are noise in a cell. */
function cared(value: string): string | null {
  const clean = value.replaceAll('\0', '').toWellFormed().replace(/\r\n?/g, '\n');
  if (clean === '') return null;
  return formula.test(clean) ? `'${clean}` : clean;
}
