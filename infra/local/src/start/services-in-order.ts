import type { RunningService } from './run-service.ts';
import type { Service } from './services.table.ts';

/** Starts all at the same time, but those that come after another. When one fails, the others are waited for. */
export async function startServices(
  services: readonly Service[],
  start: (service: Service) => Promise<void>,
): Promise<void> {
  const started = new Map<string, Promise<void>>();
  for (const service of services) {
    const before = service.after ? started.get(service.after) : undefined;
    started.set(
      service.name,
      Promise.resolve(before).then(() => start(service)),
    );
  }
  const failed = (await Promise.allSettled(started.values())).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** Stops all at the same time, and last the sign-in, which they lean on. */
export async function stopServices(running: ReadonlyMap<string, RunningService>): Promise<void> {
  const others = [...running].filter(([name]) => name !== 'identity');
  await Promise.all(others.map(([, service]) => service.stop()));
  await running.get('identity')?.stop();
}
