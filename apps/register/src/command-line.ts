import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidError } from '@academies/contracts';
import type { Files } from './importing/import-files.ts';

export const usage = `Usage:
  npm run register:import -- [--establishments FILE] [--groups FILE] [--constituencies FILE]
      Imports extracts of Get Information About Schools and the members of parliament; at least one file.
  npm run register:republish
      Publishes the whole register again, for a lost topic.`;

/** What somebody asked for. */
export interface Command {
  readonly does: 'import' | 'republish';
  readonly files: Files;
}

/** Reads the command line; throws, with the usage, when it cannot be followed. */
export function commandFrom(args: readonly string[], folder: string): Command {
  const [does, ...rest] = args;
  if (does === 'republish' && rest.length === 0) return { does, files: {} };
  if (does !== 'import') throw wrong(does === undefined ? 'Say what to do.' : `Unknown command: ${args.join(' ')}`);
  const files = filesFrom(rest);
  if (Object.keys(files).length === 0) throw wrong('Name at least one file.');
  return {
    does,
    files: Object.fromEntries(Object.entries(files).map(([name, path]) => [name, resolve(folder, path as string)])),
  };
}

function filesFrom(args: string[]): Files {
  const file = { type: 'string' } as const;
  try {
    return { ...parseArgs({ args, options: { establishments: file, groups: file, constituencies: file } }).values };
  } catch (error) {
    throw wrong((error as Error).message);
  }
}

const wrong = (what: string) => new InvalidError('REGISTER.COMMAND', `${what}\n\n${usage}`);
