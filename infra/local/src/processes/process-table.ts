import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { waitFor } from './wait-for.ts';

/** Whether a process of this number runs. One that ended and waits for its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true; // No /proc on this system.
  }
}

/** The command line of a process, '' when there is none. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

/** Asks a process to stop, and ends it when it does not listen. */
export async function endProcess(pid: number, signal: NodeJS.Signals = 'SIGTERM', patience = 15_000): Promise<void> {
  const gone = () => !isAlive(pid);
  send(pid, signal);
  if (await waitFor(gone, patience)) return;
  send(pid, 'SIGKILL');
  await waitFor(gone, 5_000);
}

const send = (pid: number, signal: NodeJS.Signals) => {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
};
