import { createReadStream } from 'node:fs';
import { InvalidError } from '@academies/contracts';

/** How the bytes of a file are to be read. */
export interface Reading {
  readonly encoding: 'utf8' | 'windows-1252';
  readonly lineEnd: '\n' | '\r';
}

/** Files that are no plain text, by how they begin, and what to do with them. */
const others: readonly [start: readonly number[], is: string][] = [
  [[0x1f, 0x8b], 'it is compressed (gzip). Unpack it first'],
  [[0x50, 0x4b, 0x03, 0x04], 'it is a zip or a spreadsheet (xlsx). Unpack it, or save the sheet as "CSV UTF-8"'],
  [[0xff, 0xfe], 'it is in UTF-16. Save it as "CSV UTF-8"'],
  [[0xfe, 0xff], 'it is in UTF-16. Save it as "CSV UTF-8"'],
];
const utf8Mark = [0xef, 0xbb, 0xbf];
const startsWith = (bytes: Buffer, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
/** Text in UTF-16 has a zero in every second byte. */
const isUtf16 = (bytes: Buffer) =>
  bytes.length >= 4 && (bytes[0] === 0) !== (bytes[1] === 0) && (bytes[2] === 0) !== (bytes[3] === 0);

/**
 * GIAS writes windows-1252; a file that passed through a spreadsheet may be UTF-8, with or without a mark. The bytes of the
 * whole file tell: letters with accents in windows-1252 are hardly ever well-formed UTF-8, and one wrong byte in a UTF-8
 * file is outnumbered. So are the line ends: a file without a line feed has carriage returns.
 */
export async function readingOf(file: string): Promise<Reading> {
  const count = byteCounter();
  let start: Buffer | undefined;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    start ??= refused(chunk as Buffer);
    count.add(chunk as Buffer);
  }
  const { wellFormed, wrong, lineFeeds, returns } = count.done();
  const isUtf8 = wellFormed > wrong || wrong === 0 || (start !== undefined && startsWith(start, utf8Mark));
  return { encoding: isUtf8 ? 'utf8' : 'windows-1252', lineEnd: lineFeeds === 0 && returns > 0 ? '\r' : '\n' };
}

function refused(start: Buffer): Buffer {
  const [, is] = others.find(([bytes]) => startsWith(start, bytes)) ?? [];
  const why = is ?? (isUtf16(start) ? others[2]?.[1] : undefined);
  if (why) throw new InvalidError('IMPORT.NO_TEXT', why);
  return start;
}

/** Counts letters of several bytes that are well-formed UTF-8, bytes that are not, and line ends. */
function byteCounter() {
  let [wellFormed, wrong, lineFeeds, returns, toCome] = [0, 0, 0, 0, 0];
  const add = (bytes: Buffer): void => {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (toCome > 0) {
        if ((byte & 0xc0) === 0x80) {
          if (--toCome === 0) wellFormed++;
          continue;
        }
        wrong++;
        toCome = 0;
      }
      if (byte < 0x80) {
        if (byte === 10) lineFeeds++;
        else if (byte === 13) returns++;
      } else if (byte >= 0xc2 && byte <= 0xf4) toCome = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      else wrong++;
    }
  };
  return { add, done: () => ({ wellFormed, wrong: wrong + (toCome > 0 ? 1 : 0), lineFeeds, returns }) };
}
