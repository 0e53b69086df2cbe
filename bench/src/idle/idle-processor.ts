import { setTimeout as pause } from 'node:timers/promises';
import type { Name, System } from '@academies/testing/system';
import { processorSeconds } from '../resources/processes.ts';
import type { Figure } from '../results/figure.ts';

const settling = 15_000;
const watching = 30_000;
const services: readonly Name[] = ['prepare', 'complete', 'handover', 'reporting'];

/** What each service uses while nobody asks for anything and nothing happens, as a share of one core. */
export async function idleProcessor({ services: running }: System): Promise<Figure[]> {
  await pause(settling);
  const before = services.map((name) => processorSeconds(running[name].pid));
  const begun = performance.now();
  await pause(watching);
  const seconds = (performance.now() - begun) / 1000;
  return services.map((what, index) => ({
    what,
    seen: (100 * (processorSeconds(running[what].pid) - before[index]!)) / seconds,
    unit: '% of a core',
    aim: { atMost: 1 },
  }));
}
