import { comparable } from '@academies/contracts';
import { type FreshDatabase, freshDatabase } from '@academies/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { emptyCopy } from './empty-copy.ts';
import { wordsQuery } from './search-words.ts';

let database: FreshDatabase;
let orm: MikroORM;
beforeAll(async () => {
  database = await freshDatabase('search_words');
  orm = await emptyCopy(database.url);
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const answer = async <Row>(statement: string, parameters: unknown[]) =>
  (await orm.em.fork().execute<Row[]>(statement, parameters))[0];

describe('Words of a row', () => {
  it.each([
    "St Tegla's Primary School",
    'École 100% "Tŷ" Primary',
    'ÅSA  o’Neill-Sørensen',
    'GRP_00000007',
    ' ',
    'St. John & Saint\u200b James’',
    'Æthel C.E. (V.A.) ﬁeld',
    'Saintbury A.B.c d.e',
    'L\u3164a\u2800r\ufe0fk\u061c\u{e0041} m\u180ee',
    "A ' B\u00a0C\u00ad\u2028D ß þ",
  ])('are the same in PostgreSQL as here: %s', async (name) =>
    expect(await answer('select searchable(?) as plain', [name])).toEqual({ plain: comparable(name) }),
  );

  it.each([
    ['lark', true],
    ['mere', false],
    ['SCHOOL st teglas', true],
    ["tegla's", true],
    ['ecole', true],
    ['tr90042', true],
    ['tr9', false],
    ['900123', true],
    ['9001', false],
    ['911/4012', true],
    ['911', false],
    ['grp_00000007', true],
    ["lark'; drop table", false],
    ['urn: 900123', true],
    ['URN 900 123', true],
    ['911 / 4012', true],
    ['TRN: TR90042', true],
    ['St. Teglas C.E.', true],
    ['saint tegla and c.e.', true],
    ['saint tegla & ce va', false],
    ['la school', false],
    ['school la', true],
  ])('are found by their beginning, numbers as a whole: %s', async (typed, found) => {
    const words = `search_words('TR90042 900123 911/4012', 'Larkmere', 'St Tegla''s École School & C.E. House', 'GRP_00000007', null)`;
    expect(await answer(`select ${words} @@ ?::tsquery as found`, [wordsQuery(typed)])).toEqual({ found });
  });

  it.each(['', ' ', '%_', "'''"])('are not looked for when there are none: "%s"', (typed) =>
    expect(wordsQuery(typed)).toBeUndefined(),
  );
});
