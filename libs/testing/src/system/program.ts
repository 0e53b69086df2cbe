import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { nodeOptions } from '@academies/local';

const root = path.resolve(import.meta.dirname, '../../../..');

/** Variables of a program's environment; the test's own are handed on. */
export type Variables = Record<string, string>;

const begin = (entry: string, variables: Variables, words: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, [...nodeOptions, path.join(root, entry), ...words], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'development', LOG_LEVEL: 'warn', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs a built program to its end, and answers what it said; that is in the error when it fails. */
export async function runProgram(entry: string, variables: Variables, ...words: string[]): Promise<string> {
  const child = begin(entry, variables, words);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (said += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${entry} ended with ${code}: ${said.slice(-2000)}`);
  return said;
}

/** A built service that can be killed in the middle of anything, and comes back at once. */
export class Service {
  private child: ChildProcess | undefined;
  private said = '';
  kills = 0;

  constructor(
    readonly entry: string,
    readonly variables: Variables,
  ) {}

  start(): void {
    const child = begin(this.entry, this.variables);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => (this.said = (this.said + data.toString()).slice(-4000)));
    this.child = child;
  }

  /** `kill -9`, and a new process in its place. */
  async killAndRestart(): Promise<void> {
    await this.stop('SIGKILL');
    this.kills += 1;
    this.start();
  }

  async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill(signal);
    await closed;
  }

  /** Ended by itself: it says so, and starts again as an orchestrator would start it. */
  restartIfEnded(): void {
    if (typeof this.child?.exitCode === 'number') this.start();
  }

  /** The process, while it runs. */
  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async isReady(): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${this.variables['PORT']}/health/ready`).catch(() => undefined);
    return answer?.ok ?? false;
  }

  lastWords(): string {
    return this.said;
  }
}
