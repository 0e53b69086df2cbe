import { columnCalled } from '../columns/columns.ts';
import type { ColumnKind } from '../columns/format.ts';
import type { Report, ReportColumn } from '../reports/report.ts';

/** What a value of each kind is to a program (https://www.w3.org/TR/tabular-metadata/#datatypes). */
const datatypes: Readonly<Record<ColumnKind, unknown>> = {
  identifier: 'string',
  date: { base: 'date', format: 'yyyy-MM-dd' },
  money: 'decimal',
  count: 'nonNegativeInteger',
  percentage: 'decimal',
  'yes or no': { base: 'boolean', format: 'yes|no' },
  link: 'anyURI',
  text: 'string',
  list: 'string',
};

/** A file as its metadata describe it. */
interface Described {
  readonly report: Pick<Report, 'title' | 'purpose'>;
  /** A column that the dictionary lacks is text. */
  readonly columns: readonly ReportColumn[];
  /** Names each row, where one column does. */
  readonly key?: string;
  /** Address of the file, as seen from the address of its metadata. */
  readonly url: string;
}

/** What a program needs to read a file: CSV on the Web metadata (https://www.w3.org/TR/tabular-metadata/). */
export const csvwOf = ({ report, columns, url, key }: Described) => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  url,
  'dc:title': report.title,
  'dc:description': report.purpose,
  dialect: {
    encoding: 'utf-8',
    delimiter: ',',
    quoteChar: '"',
    doubleQuote: true,
    header: true,
    lineTerminators: ['\r\n'],
  },
  tableSchema: {
    columns: columns.map(({ name, heading }) => {
      const titles = { name, titles: [heading, name] };
      const known = columnCalled(name);
      if (!known) return { ...titles, datatype: 'string', null: [''] };
      const { meaning, format, kind, words } = known;
      return {
        ...titles,
        'dc:description': `${meaning} Format: ${format.replaceAll('`', '')}.`,
        datatype: datatypes[kind],
        null: ['', ...words],
        ...(kind === 'list' && { separator: '; ' }),
      };
    }),
    ...(columns.some(({ name }) => name === key) && { primaryKey: key }),
  },
});
