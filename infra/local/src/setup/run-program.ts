import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../settings/settings.ts';

/** Runs a built program to its end; what it says is shown. */
export async function runProgram(entry: string, environment: Record<string, string>): Promise<void> {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, ['--enable-source-maps', path.join(root, entry)], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const end = () => child.kill('SIGTERM');
  process.once('SIGTERM', end);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  process.off('SIGTERM', end);
  if (code !== 0) throw new Error(`${entry} ended with ${code}; above is what it said`);
}
