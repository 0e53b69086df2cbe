import { type Lines, longest } from './lines.ts';

/** The text of one record and the line on which it starts, or a line that begins none. */
export type RecordText = { line: number; text: string } | { line: number; problem: string };

/**
 * Cuts lines into records. Nearly every record is one line; a cell in quotes may hold line breaks. A quote that never
 * closes would swallow the rest of the file: what is longer than a mebibyte, or ends as no record, costs its first line
 * only, and no more than a mebibyte is held.
 */
export class RecordCutter {
  private queue: string[] = [];
  /** The line number of the queue's first text. */
  private line = 1;

  constructor(private readonly isRecord: (text: string) => boolean) {}

  /** The records that end in these lines. */
  cut({ first, texts }: Lines): RecordText[] {
    if (this.queue.length === 0) this.line = first;
    this.queue = this.queue.length === 0 ? [...texts] : [...this.queue, ...texts];
    return this.records(false);
  }

  /** What is left when the file has ended. */
  end(): RecordText[] {
    return this.records(true);
  }

  private records(atEnd: boolean): RecordText[] {
    const { queue, line } = this;
    const found: RecordText[] = [];
    let start = 0;
    while (start < queue.length) {
      const end = endOf(queue, start);
      if (end === 'open' && !atEnd) break;
      const text = typeof end === 'number' ? textOf(queue, start, end) : undefined;
      const isRecord = text !== undefined && (end === start + 1 || this.isRecord(text));
      if (isRecord) found.push({ line: line + start, text });
      else found.push({ line: line + start, problem: problemOf(queue[start] as string) });
      start = isRecord ? (end as number) : start + 1;
    }
    this.queue = queue.slice(start);
    this.line = line + start;
    return found;
  }
}

const textOf = (queue: string[], start: number, end: number): string =>
  end === start + 1 ? (queue[start] as string) : queue.slice(start, end).join('\n');

const problemOf = (text: string): string =>
  text.length > longest ? 'it is longer than a mebibyte' : 'a quote in it does not close';

/** Where the record ends that begins at `start`, by its quotes; open when more lines are needed, or too long. */
function endOf(queue: readonly string[], start: number): number | 'open' | 'too long' {
  let inQuotes = false;
  let length = 0;
  for (let at = start; at < queue.length; at++) {
    const text = queue[at] as string;
    length += text.length + 1;
    if (length > longest) return 'too long';
    for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', quote + 1)) inQuotes = !inQuotes;
    if (!inQuotes) return at + 1;
  }
  return 'open';
}
