import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { LocalAuthorityRow } from '@academies/complete';
import type { LocalAuthority, Person } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { holdLocalAuthorities } from './hold-local-authorities.ts';
import { type Imported, importLocalAuthorities } from './import-local-authorities.ts';

/** What one authority would be afterwards, in words. */
export interface PlannedChange {
  readonly code: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly facts: readonly { readonly what: string; readonly before: string | null; readonly after: string | null }[];
}

/** What an import comes to. `hash` stands for its changes: what is imported is what was shown. */
export interface PlannedImport extends Imported {
  readonly changes: readonly PlannedChange[];
  readonly hash: string;
}

/** A file of authorities, and whether those that were edited by hand are taken from it too. */
export interface AuthorityFile {
  readonly csv: string;
  readonly editedToo: boolean;
  readonly by: Person | null;
}

/** Imports in the transaction of `em`, and answers with what is different then; rolled back, it is a dry run. */
export async function plannedImport(em: EntityManager, { csv, editedToo, by }: AuthorityFile): Promise<PlannedImport> {
  await holdLocalAuthorities(em);
  const before = await stored(em);
  if (editedToo) await em.nativeUpdate(LocalAuthorityRow, { editedByHand: true }, { editedByHand: false });
  const imported = await asFile(csv, (path) =>
    importLocalAuthorities(em.fork({ keepTransactionContext: true }), path, { by }),
  );
  const after = await stored(em);
  const changes = [...after.values()].flatMap(({ document }) =>
    changeOf(before.get(document.code)?.document, document),
  );
  const stillByHand = [...before.values()].filter(
    ({ code, editedByHand }) => editedByHand && changes.every((change) => change.code !== code),
  );
  await em.nativeUpdate(
    LocalAuthorityRow,
    { code: { $in: stillByHand.map(({ code }) => code) } },
    { editedByHand: true },
  );
  const hash = createHash('sha256')
    .update(JSON.stringify([changes, imported.wrong]))
    .digest('base64url');
  return { ...imported, changes, hash };
}

/** The reader of imports reads files; what was sent is one while it is read. */
async function asFile<Result>(csv: string, read: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'authorities-'));
  const file = path.join(folder, 'authorities.csv');
  try {
    await writeFile(file, csv);
    return await read(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const stored = async (em: EntityManager) =>
  new Map(
    (await em.find(LocalAuthorityRow, {}, { orderBy: { code: 'asc' }, disableIdentityMap: true })).map((row) => [
      row.code,
      row,
    ]),
  );

type Says = (authority: LocalAuthority) => string | null | undefined;
const facts: readonly (readonly [what: string, says: Says])[] = [
  ['Name', ({ name }) => name],
  ['Address line 1', ({ address }) => address.line1],
  ['Address line 2', ({ address }) => address.line2],
  ['Address line 3', ({ address }) => address.line3],
  ['Town', ({ address }) => address.town],
  ['County', ({ address }) => address.county],
  ['Postcode', ({ address }) => address.postcode],
  ['Director', ({ directorOfChildrensServices: director }) => director?.name],
  ['Role of the director', ({ directorOfChildrensServices: director }) => director?.role],
  ['E-mail of the director', ({ directorOfChildrensServices: director }) => director?.email],
];

function changeOf(before: LocalAuthority | undefined, after: LocalAuthority): PlannedChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  const said = facts.map(([what, says]) => ({
    what,
    before: (before && says(before)) ?? null,
    after: says(after) ?? null,
  }));
  const { code, name } = after;
  return [{ code, name, isNew: !before, facts: said.filter((one) => one.before !== one.after) }];
}
