import { StringDecoder } from 'node:string_decoder';
import { Transform, type TransformCallback } from 'node:stream';
import { type Erased, inText } from '@academies/erasing';

/** A cell as the file has it, with what ends it. */
const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;

/** One cell without the erased: the whole of it, or an entry of its list. The same text when it holds nothing of them. */
export function cellWithout(written: string, erased: Erased): string {
  const isQuoted = written.startsWith('"');
  const said = isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written;
  const whole = inText(said, erased);
  const left =
    whole === said
      ? said
          .split('; ')
          .map((one) => inText(one, erased))
          .join('; ')
      : whole;
  if (left === said) return written;
  return isQuoted ? `"${left.replaceAll('"', '""')}"` : left;
}

/** Takes the erased out of the cells of a CSV file as it passes; every other byte stays as it is. */
export class CellsWithout extends Transform {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  /** How many cells held them. */
  changed = 0;

  constructor(private readonly erased: Erased) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    done(null, this.#passed(this.#rest + this.#decoder.write(chunk)));
  }

  override _flush(done: TransformCallback): void {
    done(null, this.#rest + this.#decoder.end());
  }

  #passed(text: string): string {
    let passed = '';
    for (cell.lastIndex = 0; ;) {
      const from = cell.lastIndex;
      const [, written = '', end = ''] = cell.exec(text) ?? [];
      if (end === '') {
        this.#rest = text.slice(from);
        return passed;
      }
      const left = written === '' ? '' : cellWithout(written, this.erased);
      if (left !== written) this.changed++;
      passed += left + end;
    }
  }
}
