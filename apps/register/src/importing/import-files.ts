import type { EntityManager } from '@mikro-orm/postgresql';
import type { FileKind } from '../files/column.ts';
import { constituencies } from '../files/constituencies.table.ts';
import { establishments } from '../files/establishments.table.ts';
import { groups } from '../files/groups.table.ts';
import { openFile, type OpenFile } from '../reading/open-file.ts';
import { alone } from './alone.ts';
import { importFile } from './import-file.ts';
import type { Say } from './say.ts';
import { summaryOf, type Tally } from './tally.ts';

/** The files that can be imported, in the order in which they are: trusts before the schools that name them. */
const kinds = { groups, constituencies, establishments };
export type FileName = keyof typeof kinds;
export type Files = Partial<Record<FileName, string>>;

/** What an import works with; `drain` publishes everything that waits in the outbox. */
export interface Importing {
  readonly em: EntityManager;
  readonly drain: () => Promise<unknown>;
  readonly say: Say;
}

/** Imports the files. Every header is checked first: a file that cannot be taken stops it before anything is published. */
export async function importFiles({ em, drain, say }: Importing, files: Files): Promise<Tally[]> {
  const opened: OpenFile<unknown>[] = [];
  for (const name of Object.keys(kinds) as FileName[]) {
    const path = files[name];
    if (path !== undefined) opened.push(await openFile(kinds[name] as FileKind<unknown>, path));
  }
  return alone(em, say, async () => {
    const tallies: Tally[] = [];
    for (const file of opened) {
      say(`${file.kind.name}: reading ${file.path}`);
      tallies.push(await importFile(em.fork(), file, say));
    }
    say('Publishing what is new or changed');
    await drain();
    for (const tally of tallies) say(summaryOf(tally));
    return tallies;
  });
}
