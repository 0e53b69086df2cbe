import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartupError } from '../errors/startup-error.ts';
import type { PostgresBinaries } from './binaries.ts';
import { closedAbove } from './server-user.ts';

/**
 * The programs, where the user that root starts them as can reach them: a checkout may lie in a folder that only root
 * enters. PostgreSQL asks the system for its own files by a way that no right of ours opens, so they are copied.
 */
export function reachable({ initdb, postgres }: PostgresBinaries): PostgresBinaries {
  const native = path.resolve(path.dirname(postgres), '..');
  if (process.getuid?.() !== 0 || !closedAbove(native)) return { initdb, postgres };
  const copy = path.join(tmpdir(), 'academies-postgres-18.4');
  if (!existsSync(copy)) copyTo(copy, native);
  const { uid, mode } = lstatSync(copy);
  if (uid !== 0 || (mode & 0o022) !== 0)
    throw new StartupError(
      `${copy} belongs to somebody else.`,
      'Remove it, or move this checkout to where everybody may enter.',
    );
  return { initdb: path.join(copy, 'bin/initdb'), postgres: path.join(copy, 'bin/postgres') };
}

/** Under another name first: others may copy at the same time, and whoever is first is right. */
function copyTo(copy: string, native: string): void {
  const begun = mkdtempSync(`${copy}.`);
  try {
    cpSync(native, begun, { recursive: true, verbatimSymlinks: true });
    chmodSync(begun, 0o755);
    renameSync(begun, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(begun, { recursive: true, force: true });
  }
}
