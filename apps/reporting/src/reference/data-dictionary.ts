import { createObjectCsvStringifier } from 'csv-writer';
import type { Column } from '../columns/column.ts';
import { columns } from '../columns/columns.ts';
import { kinds } from '../columns/format.ts';
import { reports } from '../reports/reports.table.ts';
import { csvwOf } from './csvw.ts';

const row = (...cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (headings: string[], rows: string[][]) =>
  [row(...headings), row(...headings.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const groups = [...new Set(columns.map(({ group }) => group))];
const ofGroup = (group: string): Column[] => columns.filter((column) => column.group === group);

const dictionary = () => `# Data dictionary

Every column that Reporting can put into a file, in the order of \`all-data\`. Made from \`apps/reporting/src/columns\` by \`npm run docs\`; a test keeps it true.

Kinds: ${Object.entries(kinds)
  .map(([kind, says]) => `*${kind}*: ${says.replace(`${kind}: `, '')}`)
  .join('; ')}. Where a word may stand in place of a value, \`columns.csv\` names it; CSVW takes it for null.

*The project* is Complete's once it exists there and is not deleted, before that Prepare's. A column that belongs to the other kind of project is blank, unless its format says otherwise.

${groups
  .map(
    (group) =>
      `## ${group}\n\n${table(
        ['column', 'heading', 'meaning', 'kind', 'what a cell says', 'source'],
        ofGroup(group).map(({ name, heading, meaning, kind, format, source }) => [
          `\`${name}\``,
          heading,
          meaning,
          kind,
          format,
          source,
        ]),
      )}`,
  )
  .join('\n\n')}

## Reports

${table(
  ['report', 'purpose', 'period on', 'columns'],
  reports.map(({ name, purpose, period, columns: own }) => [
    `\`${name}\``,
    purpose,
    `\`${period.column}\`${period.anyDate ? ' or any date column' : ''}, ${period.required ? 'required' : 'optional'}`,
    String(own.length),
  ]),
)}
`;

/** The columns as a table that other programs read; `words` may stand in place of a value. */
export function columnTable(): string {
  const said = ['group', 'heading', 'meaning', 'source', 'format', 'kind', 'words'].map((id) => ({ id, title: id }));
  const csv = createObjectCsvStringifier({ header: [{ id: 'name', title: 'column' }, ...said] });
  return `${csv.getHeaderString()}${csv.stringifyRecords(columns.map((each) => ({ ...each, words: each.words.join('; ') })))}`;
}

/** Files of docs/reference that are made from the columns: file → text. */
export const dictionaryFiles = (): Readonly<Record<string, string>> => ({
  'columns.csv': columnTable(),
  'data-dictionary.md': dictionary(),
  ...Object.fromEntries(
    reports.map((report) => [
      `csvw/${report.name}.csv-metadata.json`,
      `${JSON.stringify(csvwOf({ report, columns: report.columns, url: `${report.name}.csv`, key: 'project_reference' }), null, 2)}\n`,
    ]),
  ),
});
