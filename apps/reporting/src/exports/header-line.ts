import { createArrayCsvStringifier } from 'csv-writer';
import type { ReportColumn } from '../reports/report.ts';

const bom = '\uFEFF';

/** The first line of a file, by csv-writer, with the byte order mark that spreadsheets want. */
export function headerLine(columns: readonly ReportColumn[], choices: { names: boolean; bom: boolean }): string {
  const header = columns.map(({ name, heading }) => (choices.names ? name : heading));
  const line = createArrayCsvStringifier({ header, recordDelimiter: '\r\n' }).getHeaderString() ?? '';
  return choices.bom ? bom + line : line;
}
