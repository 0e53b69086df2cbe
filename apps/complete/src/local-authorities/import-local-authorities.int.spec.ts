import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeDatabase, LocalAuthorityRow } from '@academies/complete';
import { openDatabase } from '@academies/database';
import { type FreshDatabase, freshDatabase } from '@academies/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { importLocalAuthorities } from './import-local-authorities.ts';

const header =
  'code,name,address_1,address_2,address_3,address_town,address_county,address_postcode,director_name,director_role,director_email';
const folder = mkdtempSync(join(tmpdir(), 'authorities-'));
let files = 0;
const fileOf = (...lines: string[]): string => {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`);
  return path;
};
const csv = (...lines: string[]) => fileOf(header, ...lines);
const marrowby = '911,Marrowby,Civic Centre,,,Marrowby,,ZZ1 1AA,Odette Farrow,Director,odette@marrowby.example';

describe('Importing local authorities', () => {
  let database: FreshDatabase;
  let orm: MikroORM;
  beforeAll(async () => {
    database = await freshDatabase('authorities');
    orm = await openDatabase(database.url, completeDatabase);
  });
  afterAll(async () => {
    await orm.close(true);
    await database.drop();
  });
  const load = (path: string, options = {}) =>
    orm.em.fork().transactional((em) => importLocalAuthorities(em, path, options));
  const stored = async (code: string) => (await orm.em.fork().findOneOrFail(LocalAuthorityRow, { code })).document;
  const queued = async () =>
    (await orm.em.fork().execute<{ subject: string }[]>('select subject from outbox order by id')).map(
      ({ subject }) => subject,
    );

  it('publishes what is new, and nothing when the same file comes again', async () => {
    const file = csv(marrowby, '7,Larkney,,,,,,,,,');
    expect(await load(file)).toMatchObject({ changed: 2, unchanged: 0, wrong: [] });
    expect(await load(file)).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await queued()).toEqual(['911', '007']);
  });

  it('publishes only the row that changed, and says which lines are wrong', async () => {
    const result = await load(csv(marrowby.replace('Odette', 'Ottilie'), 'nine,Nowhere,,,,,,,,,', '912,,,,,,,,,,'));
    expect(result).toMatchObject({
      changed: 1,
      wrong: [expect.stringContaining('Line 3'), expect.stringContaining('Line 4')],
    });
    expect(await queued()).toEqual(['911', '007', '911']);
  });

  it('leaves what a file has no column for: a file without directors deletes none', async () => {
    const addresses = [
      'code,name,address_1,address_2,address_3',
      '911,Marrowby Council,Civic Centre,125 Rookery Way,0',
    ];
    const { directorOfChildrensServices: director } = await stored('911');
    expect(await load(fileOf(...addresses))).toMatchObject({ changed: 1, emptied: [], wrong: [] });
    expect(await stored('911')).toMatchObject({
      name: 'Marrowby Council',
      address: { line1: 'Civic Centre', line2: '125 Rookery Way', line3: null, town: 'Marrowby', postcode: 'ZZ1 1AA' },
      directorOfChildrensServices: director,
    });
  });

  it('takes a file of directors alone, and leaves the addresses', async () => {
    const { name, address } = await stored('911');
    const file = fileOf(
      'LA,Name,Title,Email,Phone',
      "911,Ivor Pennyfeather,Director of Children's Services,mailto:ivor@marrowby.example,0",
      '999,Nobody,,,',
    );
    expect(await load(file)).toMatchObject({
      changed: 1,
      wrong: ['Line 3: there is no authority with the code 999'],
    });
    expect(await stored('911')).toEqual({
      code: '911',
      name,
      address,
      directorOfChildrensServices: {
        name: 'Ivor Pennyfeather',
        role: "Director of Children's Services",
        email: 'ivor@marrowby.example',
      },
    });
  });

  it('says in a dry run what it would change and empty, and changes nothing', async () => {
    const file = csv('911,Marrowby,Civic Centre,,,Marrowby,,,,,');
    const before = [await stored('911'), await queued()];
    const dry = await load(file, { dryRun: true });
    expect([await stored('911'), await queued()]).toEqual(before);
    expect(dry).toMatchObject({
      changed: 1,
      emptied: expect.arrayContaining(['911: director name “Ivor Pennyfeather”']),
    });
    expect(await load(file)).toEqual(dry);
    expect((await stored('911')).directorOfChildrensServices).toBeNull();
  });

  it('tells each line that is odd, and takes the rest', async () => {
    const file = fileOf(
      `${header},fax,Name`,
      '921,Oddby,One Street,,,,,,,Director,x@oddby.example,1,',
      '921,Otherby,,,,,,,,,,,',
      '922,Quoteby,2 "Odd" Street,,,,,,,,,,',
      '923,Mailby,,,,,,,Ada Onyx,,not an address,,',
      '924,Goodby,,,,,,,,,,,Otherwise',
      '92A,Letterby,,,,,,,,,,,',
    );
    const { changed, wrong } = await load(file);
    expect(changed).toBe(3);
    expect(wrong).toEqual([
      'Line 1: the heading "fax" is not known; its column is left',
      'Line 1: the heading "Name" is there twice; the first column counts',
      'Line 2: has a role or an e-mail of a director, and no name',
      'Line 3: 921 is also on line 2, and that one counts',
      'Line 4: a quote stands where none may stand',
      'Line 5: director_email is not an e-mail address: not an address',
      'Line 7: code is not three digits: 92A',
    ]);
    expect(await stored('923')).toMatchObject({ directorOfChildrensServices: { name: 'Ada Onyx', email: null } });
  });

  it('leaves alone what was edited by hand', async () => {
    await orm.em.fork().execute(`update local_authority set edited_by_hand = true where code = '911'`);
    expect(await load(csv(marrowby))).toMatchObject({ changed: 0, kept: 1 });
  });
});
