import type { Row } from './copied-text.ts';
import type { FileColumn } from './file-column.ts';
import { lettersOf, sheetEnd, sheetHead, style } from './xlsx-parts.ts';

/** What XML or the format itself would take for something else; `_x0041_` would be read as A. */
const special = /[&<>\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', _: '_x005F_' };
/** A cell holds no more (Excel specifications and limits); a longer one would make the file look broken. */
const longest = 32_767;

const inlineText = (text: string): string => {
  const fits = text.length > longest ? text.slice(0, longest).toWellFormed() : text;
  return `t="inlineStr"><is><t xml:space="preserve">${fits.replace(special, (sign) => escapes[sign] ?? '')}</t></is></c>`;
};

const isDay = /^(\d{4})-(\d\d)-(\d\d)$/;
/** Days since 30 December 1899, as spreadsheets count from March 1900 on; undefined where they count otherwise. */
function serialOf(value: string): number | undefined {
  const [, year, month, day] = isDay.exec(value) ?? [];
  const serial = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  return serial > 60 ? serial : undefined;
}
const numberOf = (value: string): number | undefined =>
  /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : undefined;

/** How cells of a kind look, and which of them are numbers to a spreadsheet. */
const looks: Partial<
  Record<FileColumn['kind'], { readonly as: number; readonly value?: (text: string) => number | undefined }>
> = {
  date: { as: style.date, value: serialOf },
  money: { as: style.money, value: numberOf },
  percentage: { as: style.money, value: numberOf },
  count: { as: style.plain, value: numberOf },
  identifier: { as: style.text },
};

/** How a cell of this column is written, at `A1` or wherever it stands. */
function writerOf({ kind }: FileColumn, column: number): (text: string | null, row: number) => string {
  const letters = lettersOf(column);
  const { as, value } = looks[kind] ?? { as: style.plain };
  return (text, row) => {
    if (text === null) return '';
    const number = value?.(text);
    const start = `<c r="${letters}${row}"`;
    if (number === undefined) return `${start} ${as === style.text ? `s="${as}" ` : ''}${inlineText(text)}`;
    return `${start} s="${as}"><v>${number}</v></c>`;
  };
}

/** The XML of the sheet, piece by piece, and how many rows it has, its header among them. */
export function sheetXml(columns: readonly FileColumn[], rows: AsyncIterable<readonly Row[]>) {
  const writers = columns.map(writerOf);
  let written = 1;
  const line = (cells: string): string => `<row r="${written}">${cells}</row>`;
  async function* chunks(): AsyncGenerator<string> {
    const header = columns.map(
      ({ heading }, at) => `<c r="${lettersOf(at)}1" s="${style.header}" ${inlineText(heading)}`,
    );
    yield sheetHead(columns.length) + line(header.join(''));
    for await (const batch of rows) {
      let xml = '';
      for (const row of batch) {
        written += 1;
        let cells = '';
        for (let at = 0; at < writers.length; at++) cells += writers[at]!(row[at] ?? null, written);
        xml += line(cells);
      }
      yield xml;
    }
    yield sheetEnd(columns.length, written);
  }
  return { chunks: chunks(), count: () => written };
}
