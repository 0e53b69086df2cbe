import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';

/** Reads one of the dictionary's tables, kept beside this file as the field's experts wrote them. */
export const readTable = <Row>(file: 'columns.csv' | 'reports.csv'): readonly Row[] =>
  parse(readFileSync(new URL(file, import.meta.url)), { columns: true, bom: true }) as Row[];
