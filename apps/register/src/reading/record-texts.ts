import type { Line } from './lines.ts';

/** The text of one record and the line on which it starts, or a line that begins none. */
export type RecordText = { line: number; text: string } | { line: number; problem: string };

/** More lines than any cell of these files has; a quote that is still open then was never meant to be. */
const longestRecord = 20;

/**
 * Cuts lines into records. Nearly every record is one line; a cell in quotes may hold line breaks. A quote that never
 * closes would swallow the rest of the file: so what does not end soon, or ends as no record, costs its first line only.
 */
export async function* recordTexts(
  lines: AsyncIterable<Line>,
  isRecord: (text: string) => boolean,
): AsyncGenerator<RecordText> {
  let open: Line[] = [];
  const next = (atEnd: boolean): RecordText | undefined => {
    const [first] = open;
    if (!first) return undefined;
    const count = linesUntilQuotesPair(open);
    if (count === 0 && open.length < longestRecord && !atEnd) return undefined;
    const text = joined(open.slice(0, count));
    const record = count === 1 || (count > 1 && isRecord(text));
    open = open.slice(record ? count : 1);
    return record ? { line: first.number, text } : { line: first.number, problem: 'a quote in it does not close' };
  };
  for await (const line of lines) {
    open.push(line);
    for (let record = next(false); record; record = next(false)) yield record;
  }
  for (let record = next(true); record; record = next(true)) yield record;
}

const joined = (lines: Line[]): string => lines.map(({ text }) => text).join('\n');

/** How many lines belong together, by their quotes; 0 when more are needed. */
function linesUntilQuotesPair(lines: Line[]): number {
  let inQuotes = false;
  for (const [index, { text }] of lines.entries()) {
    for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) inQuotes = !inQuotes;
    if (!inQuotes) return index + 1;
  }
  return 0;
}
