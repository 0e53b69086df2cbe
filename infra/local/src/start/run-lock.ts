import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive } from '../processes/process-table.ts';
import { StartupError } from '../errors/startup-error.ts';

/** The process that runs the system from this folder, if there is one. */
export function runningHere(folder: string): number | undefined {
  const pid = pidIn(markIn(folder));
  return pid && pid !== process.pid && isAlive(pid) && commandOf(pid).includes('command.ts') ? pid : undefined;
}

const markIn = (folder: string) => path.join(folder, 'run.json');

/** A power cut leaves zeros where something was written: whose lock it was has ended with the power. */
function pidIn(mark: string): number | undefined {
  if (!existsSync(mark)) return undefined;
  try {
    return (JSON.parse(readFileSync(mark, 'utf8') || '{}') as { pid?: number }).pid;
  } catch {
    console.log(`${mark} cannot be read and is written anew`);
    return undefined;
  }
}

/** Two starts from one folder would share data and ports. */
export function acquireRunLock(folder: string): void {
  const pid = runningHere(folder);
  if (pid)
    throw new StartupError(
      `It is already running from here (process ${pid}).`,
      `Stop that one with Ctrl-C, or with: kill ${pid}`,
    );
  mkdirSync(folder, { recursive: true });
  writeFileSync(markIn(folder), JSON.stringify({ pid: process.pid }));
}

export const releaseRunLock = (folder: string): void => rmSync(markIn(folder), { force: true });
