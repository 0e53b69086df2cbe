import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { AnImporter } from './an-importer.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** Builds what a command runs from. */
export const build = (): void => void execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: 'pipe' });

/** A command that runs as a process of its own. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** The exit code (null after a kill) and all that it wrote. */
  readonly ended: Promise<{ code: number | null; output: string }>;
}

/** Starts `register …` for the database and topics of an importer. */
export function command({ database, kafka }: AnImporter, ...args: string[]): RunningCommand {
  const child = spawn(process.execPath, ['apps/register/dist/main.js', ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      KAFKA_BROKERS: kafka.brokers.join(),
      KAFKA_NAMESPACE: kafka.namespace,
      NODE_OPTIONS: '',
    },
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  return { process: child, ended: new Promise((done) => child.once('close', (code) => done({ code, output }))) };
}
