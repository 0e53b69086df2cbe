import { LocalAuthorityRow } from '@academies/complete';
import { LocalAuthorityChanged, outgoing, type Person } from '@academies/contracts';
import { queueEvents } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { parse } from 'csv-parse/sync';
import { authorityOf, type AuthorityRow } from './authority-of.ts';

/** What an import came to. */
export interface Imported {
  readonly changed: number;
  readonly unchanged: number;
  /** Left alone, since somebody mended them by hand. */
  readonly kept: number;
  readonly wrong: readonly string[];
}

/**
 * Takes local authorities from a CSV and publishes those that changed, in the transaction of `em`. Rows that were mended
 * by hand stay (domain/complete.md, "Local authorities").
 */
export async function importLocalAuthorities(em: EntityManager, csv: string, by: Person | null): Promise<Imported> {
  const rows = parse(csv, { columns: true, bom: true, skip_empty_lines: true }) as AuthorityRow[];
  const known = new Map((await em.find(LocalAuthorityRow, {})).map((row) => [row.code, row]));
  const wrong: string[] = [];
  let [changed, kept] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const read = authorityOf(row);
    if ('wrong' in read) {
      wrong.push(`Line ${index + 2}: ${read.wrong}`);
      continue;
    }
    const { authority } = read;
    const before = known.get(authority.code);
    if (before && isSame(before.whole, authority)) continue;
    if (before?.mendedByHand) {
      kept++;
      continue;
    }
    if (before) before.whole = authority;
    else
      known.set(
        authority.code,
        em.create(LocalAuthorityRow, { code: authority.code, whole: authority, mendedByHand: false }),
      );
    changed++;
    const subject = authority.code;
    await queueEvents(
      em,
      outgoing(LocalAuthorityChanged, { key: subject, subject, value: { localAuthority: authority, by } }),
    );
  }
  await em.flush();
  return { changed, kept, wrong, unchanged: rows.length - changed - kept - wrong.length };
}

/** Compared by content: PostgreSQL keeps the keys of jsonb in an order of its own. */
const isSame = (one: object, other: object): boolean => inOrder(one) === inOrder(other);
const inOrder = (value: object): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
