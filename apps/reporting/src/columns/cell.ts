import type { Establishment, Person } from '@academies/contracts';

/** What a cell holds. A blank cell is null; identifiers, dates and numbers never take a formula's apostrophe. */
export type Cell = { readonly kind: 'text' | 'identifier' | 'date' | 'number'; readonly value: string } | null;

type Unknown = null | undefined;

const cell = (kind: NonNullable<Cell>['kind'], value: string | Unknown): Cell =>
  value === null || value === undefined || value === '' ? null : { kind, value };

/** A blank cell. */
export const none: Cell = null;

/** Words that somebody wrote, or that the vocabulary has. */
export const text = (value: string | Unknown): Cell => cell('text', value);

const filler = /^(not recorded|not applicable|does not apply|0+)$/i;

/** What the register writes where it knows nothing is blank, so that no letter is addressed to it (docs/domain/reporting.md, "What a cell says"). */
export const unlessFiller = (value: string | Unknown): string | null =>
  value && !filler.test(value.trim()) ? value : null;

const identifierLike = /^[\p{L}\p{N}][\p{L}\p{N} /_.-]*$/u;

/** A URN, a UKPRN, a reference: kept as it is, with leading zeros. What cannot be one is text, and defended as text. */
export const identifier = (value: string | Unknown): Cell =>
  cell(value && !identifierLike.test(value) ? 'text' : 'identifier', value);

/** A day, `YYYY-MM-DD`. */
export const date = (value: string | Unknown): Cell => cell('date', value);

/** A number as it shall be read: whole, or pounds and pence. */
export const number = (value: number | string | Unknown): Cell =>
  cell('number', value === null || value === undefined ? null : String(value));

/** Signs at which a spreadsheet starts to calculate (docs/domain/reporting.md, "What a cell says"). */
const formula = /^[=+\-@\t\n]/;

/** Few texts have anything of this: formulas, control characters, odd line breaks, halves of surrogate pairs. */
const needsCare = /^[=+\-@\t\n]|[\0-\x08\v-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]/;

/** All that some reader of texts takes for the end of a line; what is pasted from a word processor has them. */
const lineBreaks = /\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]/g;
/** Control characters that are neither tab nor line feed: noise that no tool shows. */
const controls = /[\0-\x08\v-\x1f\x7f-\x9f]/g;

/**
 * The cell as it stands in the table: single line feeds, safe for spreadsheets, blank is null. `defended` is told when an
 * apostrophe went before it: a text that had one of its own is not to lose it where files are plain.
 */
export function written(cell: Cell, defended: () => void = () => {}): string | null {
  if (cell === null) return null;
  const { kind, value } = cell;
  return kind === 'text' && needsCare.test(value) ? cared(value, defended) : value;
}

/** Line breaks are line feeds; PostgreSQL holds neither NUL nor half a surrogate pair, and no tool shows other controls. */
function cared(value: string, defended: () => void): string | null {
  const clean = value.replace(lineBreaks, '\n').replace(controls, '').toWellFormed();
  if (clean === '') return null;
  if (!formula.test(clean)) return clean;
  defended();
  return `'${clean}`;
}

/** Nobody has answered yet, or the value is still to come. */
export const unconfirmed = text('unconfirmed');
/** Nobody, or no team, has it. */
export const unassigned = text('unassigned');
/** The question does not arise for this project. */
export const notApplicable = text('not applicable');

/** Yes, no, or `unconfirmed`: an unanswered question is never no (docs/domain/reporting.md). */
export const yesNo = (answer: boolean | null | undefined): Cell =>
  answer === null || answer === undefined ? unconfirmed : text(answer ? 'yes' : 'no');

/** A name that travels, in the words of the data dictionary: `church_or_trust` is `church or trust`. */
export const inWords = (name: string): string => name.replaceAll('_', ' ').replace(/\bdao\b/, 'DAO');

/** Several things in one cell; what parts them stands between them only, and empty places stay (docs/domain/readers.md). */
export const joined = (parts: readonly string[]): Cell =>
  text(parts.map((part) => part.replaceAll('; ', ', ')).join('; '));

export const nameOf = (person: Person | null): Cell => (person ? text(person.name) : null);
export const emailOf = (person: Person | null): Cell => (person ? text(person.email) : null);

/** Local authority code / establishment number, `211/4012`; blank if either part is missing. */
export function dfeNumber(school: Establishment | null): Cell {
  const code = unlessFiller(school?.localAuthority.code);
  const within = school?.establishmentNumber;
  return code && within ? identifier(`${code}/${within}`) : none;
}
