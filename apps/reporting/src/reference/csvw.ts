import { columnCalled } from '../columns/columns.ts';
import type { ColumnKind } from '../columns/format.ts';
import { changeColumns } from '../history/changes.sql.ts';
import type { Report, ReportColumn } from '../reports/report.ts';
import type { ExportRequest } from '../request/export-request.ts';

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

/** The address of a file, as seen from that of its metadata, which stand beside it. */
export const fileBeside = (metadataUrl: string): string =>
  metadataUrl.slice(metadataUrl.lastIndexOf('/', metadataUrl.indexOf('.csv')) + 1).replace('-metadata.json', '');

/** The same of the file that is asked for beside it: made from the request's own columns, true of every variant. */
export function csvwOfFile({ report, columns, time }: ExportRequest, metadataUrl: string) {
  const url = fileBeside(metadataUrl);
  if (time && 'since' in time) return csvwOf({ report, columns: changeColumns, url });
  return csvwOf({ report, columns, url, key: 'project_reference' });
}
