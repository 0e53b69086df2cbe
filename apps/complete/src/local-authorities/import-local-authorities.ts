import { LocalAuthorityRow } from '@academies/complete';
import { type LocalAuthority, LocalAuthorityChanged, newEvent, type Person } from '@academies/contracts';
import { type OpenFile, openFile } from '@academies/imports';
import { queueEvents } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { authorities, type AuthorityRow, directors } from './authorities.table.ts';
import { changedAuthority } from './changed-authority.ts';
import { holdLocalAuthorities } from './hold-local-authorities.ts';

/** What an import came to, or would come to. */
export interface Imported {
  readonly changed: number;
  readonly unchanged: number;
  /** Left alone, since somebody edited them by hand. */
  readonly kept: number;
  /** Values that the file empties: what was there and is blank now. */
  readonly emptied: readonly string[];
  /** Lines that were left out, and cells that are unknown. */
  readonly wrong: readonly string[];
}

/**
 * Takes local authorities, or their directors alone, from a CSV and publishes those that changed, in the transaction of
 * `em`. What the file has no column for stays; rows that were edited by hand stay (docs/domain/complete.md, "Local
 * authorities"). A dry run changes nothing and says the same.
 */
export async function importLocalAuthorities(
  em: EntityManager,
  path: string,
  { by = null, dryRun = false }: { by?: Person | null; dryRun?: boolean } = {},
): Promise<Imported> {
  const file = await eitherKind(path);
  await holdLocalAuthorities(em);
  const known = new Map((await em.find(LocalAuthorityRow, {})).map((row) => [row.code, row]));
  const lines = new Map<string, number>();
  const emptied: string[] = [];
  const wrong = [
    ...file.unknown.map((heading) => `Line 1: the heading "${heading}" is not known; its column is left`),
    ...file.repeated.map((heading) => `Line 1: the heading "${heading}" is there twice; the first column counts`),
  ];
  const count = { changed: 0, unchanged: 0, kept: 0 };
  for await (const rows of file.rows())
    for (const row of rows) {
      if ('none' in row) continue;
      const problems = 'problems' in row ? row.problems : row.told;
      if (problems.length > 0) wrong.push(`Line ${row.line}: ${problems.join('; ')}`);
      if ('problems' in row) continue;
      const earlier = lines.get(row.key);
      if (earlier !== undefined) {
        wrong.push(`Line ${row.line}: ${row.key} is also on line ${earlier}, and that one counts`);
        continue;
      }
      lines.set(row.key, row.line);
      const stored = known.get(row.key);
      const result = changedAuthority(row.state, stored?.document, file.has);
      if (result.is === 'wrong') wrong.push(`Line ${row.line}: ${result.why}`);
      else if (result.is === 'unchanged') count.unchanged++;
      else if (stored?.editedByHand) count.kept++;
      else {
        count.changed++;
        emptied.push(...result.emptied.map((what) => `${row.key}: ${what}`));
        if (!dryRun) await save(em, result.authority, stored, by);
      }
    }
  await em.flush();
  return { ...count, emptied, wrong };
}

/** A file of directors is known by its heading `LA`. */
async function eitherKind(path: string): Promise<OpenFile<AuthorityRow>> {
  const asDirectors = await openFile(directors, path).catch(() => undefined);
  return asDirectors ?? openFile(authorities, path);
}

type Stored = { document: LocalAuthority } | undefined;

async function save(em: EntityManager, authority: LocalAuthority, stored: Stored, by: Person | null): Promise<void> {
  const { code } = authority;
  if (stored) stored.document = authority;
  else em.create(LocalAuthorityRow, { code, document: authority, editedByHand: false });
  await queueEvents(
    em,
    newEvent(LocalAuthorityChanged, { key: code, subject: code, value: { localAuthority: authority, by } }),
  );
}
