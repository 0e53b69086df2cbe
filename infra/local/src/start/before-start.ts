import { statfsSync } from 'node:fs';
import { portOwner } from '../processes/port-owner.ts';
import { isFree } from '../processes/ports.ts';
import { diskIsFull, StartupError } from '../errors/startup-error.ts';
import { type Service, services } from './services.table.ts';

const leastSpace = 500 * 1024 * 1024;

/** What would stop the start later, told before anything begins. */
export async function checkPorts(wanted: readonly Pick<Service, 'port' | 'title'>[] = services): Promise<void> {
  for (const { port, title } of wanted) {
    if ((await isFree(port)) && (await isFree(port, '::'))) continue;
    const owner = portOwner(port);
    throw new StartupError(
      `Port ${port}, which ${title} needs, is in use${owner ? ` (${owner})` : ''}.`,
      `Stop that program and start again.${owner ? '' : ` To find it: lsof -i :${port}`}`,
    );
  }
}

/** Databases that run out of disk fail in many words; this says it in one line. */
export function checkSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < leastSpace) throw diskIsFull(folder);
}
