import { createHash } from 'node:crypto';
import { TransientError, type IsoDate, type Trial } from '@academies/contracts';
import type { Sql } from '@academies/database';
import { createArrayCsvStringifier } from 'csv-writer';
import { narrowedRows } from '../filters/narrowing.ts';
import { columnCalled } from '../columns/columns.ts';
import type { FileColumn } from '../formats/file-column.ts';
import { type FileFormat, formats } from '../formats/format.table.ts';
import { changedAfter, rowsAsAt } from '../history/as-at.sql.ts';
import { changeColumns, changesBetween } from '../history/changes.sql.ts';
import { type PlacedTime, placedTime } from '../history/place.ts';
import { momentOf } from '../journal/journal.ts';
import { currentReadModel, currentTables, narrowModel, type ReadModel } from '../read-model/read-model.ts';
import { choiceTable, defendedSince, lineColumn, rowTable } from '../read-model/tables.sql.ts';
import type { ReportColumn } from '../reports/report.ts';
import { chosenCells, chosenRows, type Copy, copyCells, copyLines, inText } from '../request/copy.ts';
import type { ExportRequest } from '../request/export-request.ts';

/** A file as it would be now: what is copied, how it begins, and what is said of it. */
export interface File {
  readonly name: string;
  readonly format: FileFormat;
  /** The first line, where the file has one that is text. */
  readonly header: string;
  readonly columns: readonly FileColumn[];
  readonly copy: Copy;
  /** Position of the journal that the rows are made up to. */
  readonly position: number;
  /** When the newest event up to there arrived; null while the journal is empty. */
  readonly changed: Date | null;
  /** Differs when the bytes do. */
  readonly version: string;
}

/** What a request of somebody makes of the read model that serves. All statements of a file are of one snapshot. */
export async function fileOf(request: ExportRequest, by: string, today: IsoDate, sql: Sql): Promise<File> {
  const format: FileFormat = formats[request.format];
  // What is no text cannot be run as a formula.
  const wanted = format.made ? { ...request, plain: true } : request;
  const model = await (wanted.chosen ? narrowModel(sql) : currentReadModel(sql));
  // Which cells were defended is told only by a read model that marks them.
  if (!model || (wanted.plain && model.tables < defendedSince))
    throw new TransientError('REPORTING.NOT_BUILT', 'The files are being built. Try again in a few minutes.');
  // An older read model serves on while a new one is built; it has the columns that it has.
  const has = new Set(model.columns.map((column) => column.name));
  const columns = wanted.columns.filter((column) => has.has(column.name));
  const asked = { by, report: wanted.report.name, filters: wanted.filters };
  const time = wanted.time && (await currentTables(sql), await placedTime(wanted.time, asked, today, sql));
  const { copy: rows, listed, position } = await piece({ ...wanted, columns }, time, model, sql);
  const copy = format.made ? inText(rows) : rows;
  const header = headerLine(listed, wanted);
  const version = createHash('sha256')
    .update(JSON.stringify([position, header, copy.statement, request.format]))
    .digest('hex');
  // What is no file of rows changes by more than events, as a finding that is set aside: its version tells, no moment does.
  const changed = wanted.instead ? null : await momentOf(position, sql);
  const name = fileName(wanted, today, time);
  return { name, format, header, columns: listed.map(fileColumn(wanted)), copy, position, changed, version };
}

/** What is copied, with its columns, and how far in the journal it is: rows of now, as at a moment, or changes. */
async function piece(wanted: ExportRequest, time: PlacedTime | undefined, model: ReadModel, sql: Sql) {
  const { columns: listed } = wanted;
  if (wanted.instead) return { ...(await wanted.instead(await currentTables(sql), sql)), position: model.position };
  if (!time) return { copy: rowsOf(wanted, model), listed, position: model.position };
  if ('asAt' in time) {
    const { position } = time.asAt;
    // Most rows of a day ago are those of now, and may come as lines.
    if (!(await changedAfter(model, position, sql))) return { copy: rowsOf(wanted, model), listed, position };
    const rows = `select ${chosenCells(wanted)} from ${rowsAsAt(model, position)} as row ${chosenRows(wanted)}`;
    return { copy: copyCells(rows), listed, position };
  }
  const [since, until] = [time.since.position, time.until?.position];
  const lines = changesBetween(wanted, { since, ...(until !== undefined && { until }) }, model);
  return { copy: copyCells(lines), listed: changeColumns, position: until ?? model.position };
}

/** What the dictionary lacks, as the columns of changes, is text. */
const fileColumn =
  ({ names }: ExportRequest) =>
  ({ name, heading }: ReportColumn): FileColumn => {
    const { kind, words } = columnCalled(name) ?? { kind: 'text', words: [] };
    return { name, heading: names ? name : heading, kind, words };
  };

/** A file with every column of the table, in its order, has its lines there already; any other is copied cell by cell. */
function rowsOf(wanted: ExportRequest, model: ReadModel): Copy {
  const which = wanted.chosen ? narrowedRows(wanted.chosen, choiceTable(model.build)) : chosenRows(wanted);
  const rows = `from ${rowTable(model.build)} ${which}`;
  const isWhole = namesOf(wanted.columns) === namesOf(model.columns) && !wanted.plain;
  return isWhole ? copyLines(`select ${lineColumn} ${rows}`) : copyCells(`select ${chosenCells(wanted)} ${rows}`);
}

const namesOf = (columns: readonly { readonly name: string }[]): string => columns.map(({ name }) => name).join();

/** A file's name as it is given out: a trial's says so. */
export const nameIn = (trial: Trial, name: string): string => (trial === 'yes' ? `trial_${name}` : name);

/** `{from}-{to}_{report_with_underscores}.csv`, without a period `{today}_{report}.csv` (docs/domain/reporting.md, "File"). */
export const fileName = ({ report, period, format }: ExportRequest, today: IsoDate, time?: PlacedTime): string =>
  `${period ? `${period.from}-${period.to}` : today}_${report.name.replaceAll('-', '_')}${time ? timeInName(time) : ''}.${format}`;

function timeInName(time: PlacedTime): string {
  if ('asAt' in time) return `_as_at_${time.asAt.named}`;
  return `_changes_since_${time.since.named}${time.until ? `_until_${time.until.named}` : ''}`;
}

const bom = '\uFEFF';

/** The first line of a file, by csv-writer, with the byte order mark that spreadsheets want. */
export function headerLine(columns: readonly ReportColumn[], choices: { names: boolean; bom: boolean }): string {
  const header = columns.map(({ name, heading }) => (choices.names ? name : heading));
  const line = createArrayCsvStringifier({ header, recordDelimiter: '\r\n' }).getHeaderString() ?? '';
  return choices.bom ? bom + line : line;
}
