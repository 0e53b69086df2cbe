import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { partsForTests } from '../parts/parts-for-tests.ts';
import { root } from '../settings/settings.ts';
import { build } from '../start/build.ts';

/** `npm run bench`: on parts of its own that keep their promises to the disk, as in production. */
export async function bench(names: readonly string[]): Promise<void> {
  await build();
  const parts = await partsForTests({ say: console.log, durable: true });
  let child: ReturnType<typeof spawn> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => child?.kill(signal));
  try {
    const env = { ...process.env, DATABASE_URL: parts.databaseUrl, KAFKA_BROKERS: parts.brokers.join(',') };
    child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'bench/dist/main.js'), ...names], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    const [code] = (await once(child, 'close')) as [number | null];
    process.exitCode = code ?? 1;
  } finally {
    await parts.stop();
  }
}
