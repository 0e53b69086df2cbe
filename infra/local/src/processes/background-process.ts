import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive, commandOf, endProcess } from './process-table.ts';

export interface BackgroundOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  /** Written anew at each start, unless it goes on. */
  readonly logFile: string;
  readonly append?: boolean;
  /** Remembers the process, so that a later run finds it after this one was killed. */
  readonly record: string;
  readonly stopSignal: NodeJS.Signals;
}

export interface BackgroundProcess {
  readonly pid: number;
  hasExited(): boolean;
  /** When it ends, wanted or not. */
  readonly ended: Promise<void>;
  log(): string;
  stop(): Promise<void>;
}

/**
 * Starts a server in a process group of its own: Ctrl-C in the terminal reaches only us, and we stop things in order.
 * Its output goes to a file, not to a pipe that would break with us.
 */
export function startInBackground(options: BackgroundOptions): BackgroundProcess {
  mkdirSync(path.dirname(options.logFile), { recursive: true });
  const output = openSync(options.logFile, options.append ? 'a' : 'w');
  const { cwd, env, uid, gid } = options;
  const child: ChildProcess = spawn(options.command, options.args, {
    cwd,
    env,
    uid,
    gid,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  child.unref();
  const pid = child.pid ?? 0;
  if (pid) writeFileSync(options.record, JSON.stringify({ pid, command: options.args.at(-1) }));
  return {
    pid,
    ended,
    hasExited: () => failure !== undefined || child.exitCode !== null || child.signalCode !== null,
    log: () => `${failure?.message ?? ''}${readFileSync(options.logFile, 'utf8')}`,
    stop: async () => {
      if (pid) await endProcess(pid, options.stopSignal);
      rmSync(options.record, { force: true });
    },
  };
}

/** Ends the process that a killed run left behind, if it is still that one and not a stranger with its number. */
export async function endLeftover(record: string, stopSignal: NodeJS.Signals): Promise<void> {
  const left = readRecord(record);
  if (left && isAlive(left.pid) && commandOf(left.pid).includes(left.command)) await endProcess(left.pid, stopSignal);
  rmSync(record, { force: true });
}

const readRecord = (record: string): { pid: number; command: string } | undefined => {
  try {
    return JSON.parse(readFileSync(record, 'utf8')) as { pid: number; command: string };
  } catch {
    return undefined;
  }
};
