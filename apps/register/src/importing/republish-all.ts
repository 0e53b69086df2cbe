import { republish } from '@academies/messaging';
import { eventsOf, type KindName } from '../records/events.table.ts';
import { presentStateOf } from '../records/present-state.ts';
import type { Importing } from './importing.ts';

/** Publishes every state again, as `….state-republished.v1`: for a lost topic or a consumer that begins anew. */
export async function republishAll({ orm, drain, say }: Importing): Promise<void> {
  for (const kind of Object.keys(eventsOf) as KindName[]) {
    const count = await republish(orm, presentStateOf(kind));
    say(`${kind}: ${count.toLocaleString('en-GB')} states are published again`);
  }
  await drain();
}
