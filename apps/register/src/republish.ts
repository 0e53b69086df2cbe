import { queueEvents } from '@academies/messaging';
import type { FileKind } from './files/column.ts';
import { alone } from './importing/alone.ts';
import type { Importing } from './importing/import-files.ts';
import { eventsOf } from './records/events.table.ts';
import { recordsAfter } from './records/records.sql.ts';

const chunk = 1000;

/** Publishes every state again, as `….state-republished.v1`: for a lost topic or a consumer that begins anew. */
export const republish = ({ em, drain, say }: Importing): Promise<void> =>
  alone(em, say, async () => {
    for (const kind of Object.keys(eventsOf) as FileKind<never>['name'][]) {
      let count = 0;
      for (let after: string | undefined = ''; after !== undefined;) after = await queueNext(kind, after);
      say(`${kind}: ${count.toLocaleString('en-GB')} states to be published again`);

      async function queueNext(name: typeof kind, key: string): Promise<string | undefined> {
        return em.fork().transactional(async (transaction) => {
          const records = await transaction.execute<{ key: string; state: unknown }[]>(recordsAfter, [
            name,
            key,
            chunk,
          ]);
          await queueEvents(
            transaction,
            ...records.map((record) => eventsOf[name].republished(record.key, record.state)),
          );
          count += records.length;
          return records.at(-1)?.key;
        });
      }
    }
    await drain();
  });
