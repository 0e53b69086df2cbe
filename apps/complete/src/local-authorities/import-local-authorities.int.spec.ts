import { jest } from '@jest/globals';
import { openCompleteDatabase } from '@academies/complete';
import { type FreshDatabase, freshDatabase } from '@academies/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { importLocalAuthorities } from './import-local-authorities.ts';

// Real parts take longer on a busy machine.
jest.setTimeout(60_000);

const header =
  'code,name,address_1,address_2,address_3,address_town,address_county,address_postcode,director_name,director_role,director_email';
const csv = (...lines: string[]) => `\uFEFF${[header, ...lines].join('\r\n')}\r\n`;
const marrowby = '911,Marrowby,Civic Centre,,,Marrowby,,ZZ1 1AA,Odette Farrow,Director,odette@marrowby.example';

describe('Importing local authorities', () => {
  let database: FreshDatabase;
  let orm: MikroORM;
  beforeAll(async () => {
    database = await freshDatabase('authorities');
    orm = await openCompleteDatabase(database.url, { entities: [], migrations: [] });
  });
  afterAll(async () => {
    await orm.close(true);
    await database.drop();
  });
  const load = (text: string) => orm.em.fork().transactional((em) => importLocalAuthorities(em, text, null));
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

  it('leaves alone what was mended by hand', async () => {
    await orm.em.fork().execute(`update local_authority set mended_by_hand = true where code = '911'`);
    expect(await load(csv(marrowby))).toMatchObject({ changed: 0, kept: 1 });
  });
});
