import type { EntityManager } from '@mikro-orm/postgresql';
import { copiedRows, type CopyTable, copyTables, type RegisterEvent } from './copied-rows.ts';
import { upsertCopies } from './upsert-copies.sql.ts';

/** The keys whose state is new or newer: URNs, Group UIDs, names of constituencies. */
export interface ChangedInRegister {
  readonly establishments: readonly string[];
  readonly trusts: readonly string[];
  readonly constituencies: readonly string[];
}

/**
 * Brings the copy up to date, in the transaction of `em`. Takes any events and uses those of the register, changed and
 * republished ones alike. In whatever order and however often they come, the newest state of each subject stays
 * (by `ce_sequence`). Answers with what really changed.
 */
export async function applyRegisterEvents(
  events: readonly RegisterEvent[],
  em: EntityManager,
): Promise<ChangedInRegister> {
  const changed = {} as Record<CopyTable, string[]>;
  for (const table of copyTables) changed[table] = await apply(table, events, em);
  return {
    establishments: changed.register_establishment,
    trusts: changed.register_trust,
    constituencies: changed.register_constituency,
  };
}

async function apply(table: CopyTable, events: readonly RegisterEvent[], em: EntityManager): Promise<string[]> {
  const rows = copiedRows(table, events);
  if (rows.length === 0) return [];
  const changed = await em.execute<{ key: string }[]>(upsertCopies(table), [JSON.stringify(rows)]);
  return changed.map(({ key }) => key);
}
