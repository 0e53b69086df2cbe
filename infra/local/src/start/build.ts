import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../settings/settings.ts';
import { StartupError } from '../errors/startup-error.ts';

/** Builds every package; what has not changed comes from Nx's cache. */
export async function build(): Promise<void> {
  const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
  const child = spawn(process.execPath, [nx, 'run-many', '-t', 'build'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code === 0) return;
  process.stderr.write(`${output}\n`);
  throw new StartupError('The build failed; above is what it said.', 'Mend that and start again.');
}
