import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import type { Encoding } from './encoding.ts';

/** A line of a file, counted from 1, without its line end. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The lines of a file, streamed. */
export async function* linesOf(file: string, encoding: Encoding): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  const line = (text: string): Line => ({ number: ++number, text: text.endsWith('\r') ? text.slice(0, -1) : text });
  for await (const chunk of createReadStream(file).pipe(iconv.decodeStream(encoding, { stripBOM: true }))) {
    const texts = (rest + chunk).split('\n');
    rest = texts.pop() as string;
    for (const text of texts) yield line(text);
  }
  if (rest !== '') yield line(rest);
}
