import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../settings/settings.ts';
import { build } from '../start/build.ts';

/** One approval through a system that runs somewhere: `npm start`, or containers. */
export async function walk(): Promise<void> {
  await build();
  const { status } = spawnSync(process.execPath, [path.join(root, 'apps/journeys/dist/walk/main.js')], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
