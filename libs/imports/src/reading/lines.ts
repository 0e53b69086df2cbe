import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import type { Reading } from './bytes.ts';

/** Some lines of a file that follow each other, without their ends; the first of them is the line of this number. */
export interface Lines {
  readonly first: number;
  readonly texts: readonly string[];
}

/** A mebibyte: no record is longer, and no line. */
export const longest = 1 << 20;

/** The lines of a file, many at a time. What is too long is cut, and stays too long to be taken for a line. */
export async function* linesOf(file: string, { encoding, lineEnd }: Reading): AsyncGenerator<Lines> {
  const decoder = iconv.getDecoder(encoding);
  let first = 1;
  let rest = '';
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    let text = rest + decoder.write(chunk as Buffer);
    if (first === 1 && text.startsWith('\ufeff')) text = text.slice(1);
    const texts = text.split(lineEnd);
    rest = (texts.pop() as string).slice(0, longest + 1);
    if (texts.length === 0) continue;
    yield { first, texts: texts.map(withoutReturn) };
    first += texts.length;
  }
  rest += decoder.end() ?? '';
  if (rest !== '') yield { first, texts: [withoutReturn(rest)] };
}

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);
