import { InvalidError } from '@academies/contracts';
import { parse } from 'csv-parse/sync';
import type { FileKind } from '../files/column.ts';
import { encodingOf } from './encoding.ts';
import { positionsIn } from './header.ts';
import { type Line, linesOf } from './lines.ts';
import { type ReadRow, rowReader } from './read-row.ts';
import { recordsOf } from './records.ts';

/** A file whose header has been checked, ready to be read. */
export interface OpenFile<State> {
  readonly kind: FileKind<State>;
  readonly path: string;
  readonly rows: () => AsyncGenerator<{ line: number } & ReadRow<State>>;
}

/** Opens a file and checks its header; throws, with the file's name, when it cannot be read or lacks a column. */
export async function openFile<State>(kind: FileKind<State>, path: string): Promise<OpenFile<State>> {
  try {
    const encoding = await encodingOf(path);
    const header = await headerOf(linesOf(path, encoding));
    const read = rowReader(kind, positionsIn(kind, header));
    return {
      kind,
      path,
      async *rows() {
        const lines = linesOf(path, encoding);
        await lines.next();
        for await (const record of recordsOf(lines, header.length)) {
          if ('cells' in record) yield { line: record.line, ...read(record.cells) };
          else yield { line: record.line, key: undefined, problems: [record.problem] };
        }
      },
    };
  } catch (error) {
    throw new UnreadableFile(kind.name, path, error);
  }
}

async function headerOf(lines: AsyncGenerator<Line>): Promise<string[]> {
  const first = await lines.next();
  await lines.return(undefined);
  return first.done ? [] : ((parse(first.value.text, { relax_quotes: true }) as string[][])[0] ?? []);
}

/** A file that cannot be taken at all; the import ends before anything is published. */
export class UnreadableFile extends InvalidError {
  constructor(name: string, path: string, cause: unknown) {
    super('REGISTER.FILE_UNREADABLE', `The file of ${name} cannot be read (${path}): ${reason(cause)}`, { cause });
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
