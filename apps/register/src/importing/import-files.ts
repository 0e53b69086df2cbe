import { constituencies } from '../files/constituencies.table.ts';
import { establishments } from '../files/establishments.table.ts';
import { groups } from '../files/groups.table.ts';
import { type FileKind, openFile, type OpenFile } from '@academies/imports';
import type { KindName } from '../records/events.table.ts';
import { alone } from './alone.ts';
import { tellEmptySeats } from './empty-seats.ts';
import { importFile } from './import-file.ts';
import type { Importing } from './importing.ts';
import { summaryOf, type Tally } from './tally.ts';

/** The files that can be imported, in the order in which they are: trusts before the schools that name them. */
const kinds = { groups, constituencies, establishments };
export type Files = Partial<Record<keyof typeof kinds, string>>;

/** Imports the files. Every header is checked first: a file that cannot be taken stops it before anything is published. */
export async function importFiles(
  { orm, drain, say }: Pick<Importing, 'orm' | 'drain' | 'say'>,
  files: Files,
): Promise<Tally[]> {
  const opened: OpenFile<unknown, KindName>[] = [];
  for (const [name, kind] of Object.entries(kinds)) {
    const path = files[name as keyof Files];
    if (path !== undefined) opened.push(await openFile(kind as FileKind<unknown, KindName>, path));
  }
  return alone(orm, say, async () => {
    const tallies: Tally[] = [];
    for (const file of opened) {
      say(`${file.kind.name}: reading ${file.path}`);
      tallies.push(await importFile(orm.em.fork(), file, say));
    }
    say('Publishing what is new or changed');
    await drain();
    for (const tally of tallies) say(summaryOf(tally));
    await tellEmptySeats(orm.em.fork(), say);
    return tallies;
  });
}
