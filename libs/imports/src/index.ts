export * from './columns/column.ts';
export type { FileKind } from './columns/file-kind.ts';
export * from './reading/open-file.ts';
export type { ReadRow } from './reading/read-row.ts';
export { BadValue, type Parser } from './values/bad-value.ts';
export * from './values/codes.ts';
export { date } from './values/dates.ts';
export { decimal, whole } from './values/numbers.ts';
export { email, filled, needed, text } from './values/texts.ts';
