import type { MikroORM } from '@mikro-orm/postgresql';
import { deadLetters } from '../dead-letters/dead-letters.ts';
import { outboxAge, outboxRefused, outboxSize, parkedMessages } from '../metrics/metrics.ts';
import { outboxStateOf } from '../outbox/outbox-state.ts';

/** Brings the gauges that only the database knows up to date; the metrics page calls it for each visit. */
export async function collectMessagingMetrics(orm: MikroORM): Promise<void> {
  const em = orm.em.fork();
  const [outbox, parked] = await Promise.all([outboxStateOf(em), deadLetters(orm.em.fork()).counts()]);
  outboxSize.set(outbox.unpublished);
  outboxAge.set(outbox.oldest);
  outboxRefused.set(outbox.refused);
  parkedMessages.reset();
  for (const [group, count] of Object.entries(parked)) parkedMessages.set({ group }, count);
}

/** The gauges are collected when the registry is read. A database that is away leaves the last figures. */
export function collectWhenRead(orm: MikroORM): void {
  let collecting: Promise<void> | undefined;
  const collect = () =>
    (collecting ??= collectMessagingMetrics(orm)
      .catch(() => {})
      .finally(() => (collecting = undefined)));
  for (const gauge of [outboxSize, outboxAge, outboxRefused, parkedMessages]) Object.assign(gauge, { collect });
}
