import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { endLeftover } from '../processes/background-process.ts';
import { services } from './services.table.ts';

/** Where the process of a service is written down. */
export function recordOf(folder: string, name: string): string {
  mkdirSync(path.join(folder, 'processes'), { recursive: true });
  return path.join(folder, 'processes', `${name}.json`);
}

/** Ends whatever a killed run left, in the order of a clean stop: those who work before what they lean on. */
export async function endLeftovers(folder: string): Promise<void> {
  const [identity, ...others] = services.map(({ name }) => recordOf(folder, name));
  await Promise.all([recordOf(folder, 'setup'), ...others].map((record) => endLeftover(record, 'SIGTERM')));
  await endLeftover(identity!, 'SIGTERM');
  await endLeftover(path.join(folder, 'kafka/process.json'), 'SIGTERM');
  await endLeftover(path.join(folder, 'postgres/process.json'), 'SIGINT');
}
