import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { followChanges } from '../dev/follow-changes.ts';
import { findParts } from '../parts/find-parts.ts';
import { stateFolder } from '../settings/settings.ts';
import { checkPorts, checkSpace } from './before-start.ts';
import { build } from './build.ts';
import { environmentFor } from './environment.ts';
import { acquireRunLock, releaseRunLock } from './run-lock.ts';
import { duration, showProgress } from './progress.ts';
import { endLeftovers } from './records.ts';
import { runService, type RunningService } from './run-service.ts';
import { runSetup } from './run-setup.ts';
import { startServices, stopServices } from './services-in-order.ts';
import { services } from './services.table.ts';
import { personas, welcome } from './welcome.ts';

/** Starts the whole system, and keeps it up until somebody stops it; `follow`: what changes is built and started again. */
export async function start({ folder = stateFolder, follow = false } = {}): Promise<void> {
  const begun = performance.now();
  const { step, say } = showProgress();
  const logs = path.join(folder, 'logs');
  acquireRunLock(folder);
  mkdirSync(logs, { recursive: true });
  // Its processes do not keep us alive, they would outlive us; only a signal ends it.
  const alive = setInterval(() => {}, 1 << 30);
  const running = new Map<string, RunningService>();
  let stopping: Promise<void> | undefined;
  let followed: ReturnType<typeof followChanges> | undefined;
  const stop = (why: string) => (stopping ??= stopAll(why));
  const stopAll = async (why: string) => {
    if (why) say(why);
    await followed?.stop();
    await stopServices(running);
    await parts?.then(
      (found) => found.stop(),
      () => {},
    );
    await endLeftovers(folder);
    releaseRunLock(folder);
    clearInterval(alive);
    if (why) say('Stopped; the data stays in .local');
  };
  const stopAndEnd = () => void stop('\nStopping').then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAndEnd);

  let parts: ReturnType<typeof findParts> | undefined;
  try {
    await endLeftovers(folder);
    await checkPorts();
    checkSpace(folder);
    const built = step('Services built', build);
    const found = await step('PostgreSQL and Kafka', (at) => {
      parts = findParts({
        dir: folder,
        logs,
        say,
        onProgress: (fetched, total) => at(`fetching Kafka, ${Math.round((100 * fetched) / total)} %`),
      });
      return parts;
    }).finally(() => built);
    await step('Databases, topics and demo data', (at) => runSetup(folder, environmentFor(undefined, found), at));
    await startServices(services, async (service) => {
      const env = environmentFor(service, found);
      running.set(service.name, await step(service.title, () => runService({ service, env, folder, say })));
    });
    say(welcome(await personas(), found));
    say(`Ready after ${duration(performance.now() - begun)}`);
    if (follow) followed = followChanges((touched) => restart(touched, running, say), say);
  } catch (error) {
    if (stopping) return void (await stopping);
    await stop('');
    throw error;
  }
}

/** Starts again the services in which something that changed runs, all at the same time. */
async function restart(
  touched: ReadonlySet<string>,
  running: ReadonlyMap<string, RunningService>,
  say: (line: string) => void,
): Promise<void> {
  const begun = performance.now();
  const affected = services.filter(({ entry }) => touched.has(entry.split('/dist/')[0] ?? ''));
  await Promise.all(affected.map(({ name }) => running.get(name)?.restart()));
  if (affected.length > 0)
    say(`${affected.map(({ title }) => title).join(', ')} started again in ${duration(performance.now() - begun)}`);
}
