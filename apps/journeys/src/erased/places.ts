import { topicNames } from '@academies/contracts';
import { escapeIdentifier, Session } from '@academies/database';
import { messagingOf, openBroker, readLog } from '@academies/messaging';
import type { System } from '@academies/testing/system';

const tablesSql = `
  select n.nspname as schema, c.relname as "table",
         array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and atttypid = 'bytea'::regtype) as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1, 2`;

interface Table {
  readonly schema: string;
  readonly table: string;
  readonly bytes: readonly string[];
}

/** Every table of every database of a system, as a dump has it, where somebody is named. */
export async function tablesNaming(system: System, who: RegExp): Promise<string[]> {
  const named = await Promise.all(
    Object.entries(system.databases).map(([database, { url }]) =>
      Session.use(url, 'looks for somebody', async (session) => {
        const found: string[] = [];
        for (const { schema, table, bytes } of await session.all<Table>(tablesSql)) {
          const from = `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
          const plain = bytes.map((name) => `, encode(${escapeIdentifier(name)}, 'escape')`);
          const [dump] = await session.all<{ names: boolean }>(
            `select exists (select from ${from} as dumped where concat(dumped::text${plain.join('')}) ~* $1) as names`,
            [who.source],
          );
          if (dump?.names) found.push(`${database}.${schema}.${table}`);
        }
        return found;
      }),
    ),
  );
  return named.flat().sort();
}

/** Every partition with a message whose bytes name somebody. */
export async function partitionsNaming(system: System, who: RegExp): Promise<string[]> {
  const { kafka, logger } = messagingOf('looks for somebody', {
    KAFKA_BROKERS: system.kafka.KAFKA_BROKERS,
    KAFKA_NAMESPACE: system.kafka.KAFKA_NAMESPACE,
    LOG_LEVEL: 'silent',
  });
  const broker = openBroker(kafka, logger);
  const found = new Set<string>();
  try {
    await readLog(broker, await broker.offsets(topicNames), (messages) => {
      for (const { topic, partition, key, value, headers } of messages)
        if (who.test(`${key?.toString()} ${value?.toString()} ${JSON.stringify(headers)}`))
          found.add(`${topic}/${partition}`);
    });
  } finally {
    await broker.close(5_000);
  }
  return [...found].sort();
}
