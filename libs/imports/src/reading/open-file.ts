import { InvalidError } from '@academies/contracts';
import type { FileKind } from '../columns/file-kind.ts';
import { readingOf } from './bytes.ts';
import { headingOf } from './heading.ts';
import { type Lines, linesOf } from './lines.ts';
import { type ReadRow, rowReader } from './read-row.ts';
import { recordsOf } from './records.ts';

/** A row with the line on which it starts. */
export type Row<State> = { line: number } & ReadRow<State>;

/** A file whose heading has been checked, ready to be read. */
export interface OpenFile<State, Name extends string = string> {
  readonly kind: FileKind<State, Name>;
  readonly path: string;
  /** Its rows, many at a time. */
  readonly rows: () => AsyncGenerator<Row<State>[]>;
  /** Whether it has the column of this heading. */
  readonly has: (header: string) => boolean;
  /** Headings that no column has. */
  readonly unknown: readonly string[];
  /** Headings of columns that stand there once more; the first counts. */
  readonly repeated: readonly string[];
}

/** Opens a file and checks its heading; throws, with the file's name, when it cannot be read or lacks a column. */
export async function openFile<State, Name extends string>(
  kind: FileKind<State, Name>,
  path: string,
): Promise<OpenFile<State, Name>> {
  try {
    const reading = await readingOf(path);
    const { width, positions, unknown, repeated } = headingOf(kind, await firstOf(linesOf(path, reading)));
    const read = rowReader(kind, positions);
    const found = new Set([...positions].flatMap(([{ headers }, at]) => (at === undefined ? [] : headers)));
    return {
      kind,
      path,
      unknown,
      repeated,
      has: (header) => found.has(header),
      async *rows() {
        for await (const records of recordsOf(withoutFirst(linesOf(path, reading)), width))
          yield records.map((record) =>
            'cells' in record
              ? { line: record.line, ...read(record.cells) }
              : { line: record.line, key: undefined, problems: [record.problem] },
          );
      },
    };
  } catch (error) {
    throw new UnreadableFile(kind.name, path, error);
  }
}

async function firstOf(lines: AsyncGenerator<Lines>): Promise<Lines> {
  const { value } = await lines.next();
  await lines.return(undefined);
  return (value as Lines | undefined) ?? { first: 1, texts: [] };
}

async function* withoutFirst(lines: AsyncIterable<Lines>): AsyncGenerator<Lines> {
  for await (const { first, texts } of lines)
    yield first === 1 ? { first: 2, texts: texts.slice(1) } : { first, texts };
}

/** A file that cannot be taken at all; the import ends before anything is published. */
export class UnreadableFile extends InvalidError {
  constructor(name: string, path: string, cause: unknown) {
    super('IMPORT.FILE_UNREADABLE', `The file of ${name} cannot be read (${path}): ${reason(cause)}`, { cause });
  }
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
};

const reason = (cause: unknown): string =>
  systemReasons[(cause as NodeJS.ErrnoException).code ?? ''] ??
  (cause instanceof Error ? cause.message : String(cause));
