import { type OnWentBack, republish } from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';
import { eventsOf, type KindName } from '../records/events.table.ts';
import { presentStateOf } from '../records/present-state.ts';
import type { Importing } from './importing.ts';

/** Queues every state again, as `….state-republished.v1`; answers how many of each kind. */
async function queueAll(orm: MikroORM): Promise<[KindName, number][]> {
  const queued: [KindName, number][] = [];
  for (const kind of Object.keys(eventsOf) as KindName[])
    queued.push([kind, await republish(orm, presentStateOf(kind))]);
  return queued;
}

/** The register draws no numbers: its keys come with the files. */
export const onWentBack: OnWentBack = { publishState: queueAll };

/** Publishes every state again: for a lost topic or a consumer that begins anew. */
export async function republishAll({ orm, drain, say }: Importing): Promise<void> {
  for (const [kind, count] of await queueAll(orm))
    say(`${kind}: ${count.toLocaleString('en-GB')} states are published again`);
  await drain();
}
