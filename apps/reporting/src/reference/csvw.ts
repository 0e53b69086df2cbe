import { columnNamed } from '../columns/columns.ts';
import type { Report } from '../reports/report.ts';

/** What a program needs to read a report: CSV on the Web metadata (https://www.w3.org/TR/tabular-metadata/). */
export const csvwOf = (report: Report) => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  url: `${report.name}.csv`,
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
    columns: report.columns.map(({ name, heading }) => {
      const { meaning, format } = columnNamed(name);
      // Nearly every column may say a word in place of its value (`unconfirmed`), so each is text with a described format.
      return {
        name,
        titles: [heading, name],
        'dc:description': `${meaning} Format: ${format.replaceAll('`', '')}.`,
        datatype: 'string',
      };
    }),
    ...(report.columns.some(({ name }) => name === 'project_reference') && { primaryKey: 'project_reference' }),
  },
});
