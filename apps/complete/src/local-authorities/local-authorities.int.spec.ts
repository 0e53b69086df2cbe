import type { LocalAuthority } from '@academies/contracts';
import { hiddenIn, type Visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';
import { holdLocalAuthorities } from './hold-local-authorities.ts';

const header =
  'code,name,address_1,address_2,address_3,address_town,address_county,address_postcode,director_name,director_role,director_email';
const marrowby = '911,Marrowby,Civic Centre,,,Marrowby,,ZZ1 1AA,Odette Farrow,Director,odette@marrowby.example';
const larkney = '912,Larkney,,,,,,,,,';
const csv = (...lines: string[]) => [header, ...lines].join('\n');
const pages = '/service-support/local-authorities';

let fixture: CompleteService;
let sunny: Visitor;
const stored = async (code: string) =>
  (
    await fixture.ask<{ document: LocalAuthority; by_hand: boolean }>(
      'select document, edited_by_hand as by_hand from local_authority where code = ?',
      [code],
    )
  )[0];
const published = async () =>
  (await fixture.events()).filter(({ type }) => type === 'complete.local-authority.changed.v1').length;
const look = (file: string, more: Record<string, string> = {}) => sunny.post(`${pages}/import`, { csv: file, ...more });
/** Looks, and imports what was seen. */
async function importAll(file: string, more: Record<string, string> = {}) {
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await look(file, more)).text) ?? [];
  return look(file, { ...more, seen });
}
const edit = async (typed: Record<string, string>) => sunny.post(`${pages}/911/edit`, { ...whole, ...typed });
/** An edit in its transaction, and who waits for it to end. */
const editing = `update local_authority set edited_by_hand = true,
  document = document || '{"name": "Greater Marrowby"}' where code = '911'`;
const waiting = `select from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;
const whole = {
  name: 'Marrowby',
  line1: 'Civic Centre',
  town: 'Marrowby',
  postcode: 'ZZ1 1AA',
  directorName: 'Odette Farrow',
  directorRole: 'Director',
  directorEmail: 'odette@marrowby.example',
};

beforeAll(async () => {
  fixture = await aCompleteService();
  sunny = await fixture.as('serviceSupport');
});
beforeEach(() => fixture.ask('delete from local_authority'));
afterAll(() => fixture.stop());

describe('An import of local authorities', () => {
  it('shows first what would change, and changes nothing', async () => {
    const before = await published();
    const { status, text } = await look(csv(marrowby, larkney));
    expect(status).toBe(200);
    for (const said of ['2 would change', 'Marrowby (911), new', 'odette@marrowby.example'])
      expect(text).toContain(said);
    expect([await stored('911'), await published()]).toEqual([undefined, before]);
  });

  it('takes what was seen, and publishes it', async () => {
    const before = await published();
    const done = await importAll(csv(marrowby, larkney));
    expect(done.text).toContain('2 local authorities were changed');
    expect((await stored('911'))?.document.directorOfChildrensServices?.name).toBe('Odette Farrow');
    expect(await published()).toBe(before + 2);
  });

  it('says what would be emptied, and which lines are wrong', async () => {
    await importAll(csv(marrowby));
    const { text } = await look(csv('911,Marrowby,,,,Marrowby,,ZZ1 1AA,,,', 'nine,Nowhere,,,,,,,,,'));
    for (const said of ['Civic Centre', 'Odette Farrow', 'Emptied', 'Line 3']) expect(text).toContain(said);
  });

  it('does nothing when something else was changed since somebody looked', async () => {
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await look(csv(marrowby))).text) ?? [];
    await importAll(csv(larkney.replace('912', '911')));
    const { text } = await look(csv(marrowby), { seen });
    expect(text).toContain('Something was changed since you looked');
    expect((await stored('911'))?.document.name).toBe('Larkney');
  });

  it('happens once however often it is confirmed at once, and waits for another in the opposite order', async () => {
    const [one, other] = [csv(marrowby, larkney), csv(larkney.replace(',L', ',Old L'), marrowby)];
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await look(one)).text) ?? [];
    const before = await published();
    const answers = await Promise.all([look(one, { seen }), look(other), look(one, { seen }), look(one, { seen })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.filter(({ text }) => text.includes('was imported already'))).toHaveLength(2);
    expect(await published()).toBe(before + 2);
  });

  it('takes a file as long as its field, however much of it is commas', async () => {
    const long = csv(marrowby, `${'912,Larkney'.padEnd(900, 'é')}${','.repeat(98_000)}`);
    expect((await look(long)).status).toBe(200);
  });

  it('waits for an edit by hand that is under way, and leaves it', async () => {
    await importAll(csv(marrowby));
    const file = csv(marrowby.replace('Civic Centre', 'New Street'), larkney);
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await look(file)).text) ?? [];
    const importing = await fixture.orm.em.fork().transactional(async (em) => {
      await holdLocalAuthorities(em);
      const answer = look(file, { seen });
      await eventually(async () => expect(await fixture.ask(waiting)).toHaveLength(1));
      await em.execute(editing);
      return { answer };
    });
    expect((await importing.answer).text).toContain('Something was changed since you looked');
    expect(await stored('911')).toMatchObject({ by_hand: true, document: { name: 'Greater Marrowby' } });
  });

  it('keeps what was edited by hand, unless it is told otherwise', async () => {
    await importAll(csv(marrowby, larkney));
    await edit({ name: 'Greater Marrowby' });
    await fixture.ask(`update local_authority set edited_by_hand = true where code = '912'`);
    expect((await look(csv(marrowby, larkney))).text).toContain('1 are kept since they were edited by hand');
    await importAll(csv(marrowby, larkney), { editedToo: 'yes' });
    expect(await stored('911')).toMatchObject({ by_hand: false, document: { name: 'Marrowby' } });
    expect(await stored('912')).toMatchObject({ by_hand: true });
  });

  it('says what is wrong with a file that cannot be read, and keeps what was pasted', async () => {
    const { status, text } = await look('number,"title"\n911,Marrowby');
    expect([status, text]).toEqual([400, expect.stringContaining('The file cannot be read')]);
    expect(text).toContain('number,&quot;title&quot;');
    expect(text).not.toContain('/authorities.csv');
    expect((await look(csv('911,"Marrowby'))).text).toContain('Line 2: a quote in it does not close');
    expect((await look('')).text).toContain('Paste the file with its first line');
  });
});

describe('A local authority', () => {
  beforeEach(() => importAll(csv(marrowby)));

  it('is listed, found and read', async () => {
    expect((await sunny.get(`${pages}?search=marrow`)).text).toContain(`href="${pages}/911"`);
    const { text } = await sunny.get(`${pages}/911`);
    for (const said of ['Civic Centre, Marrowby, ZZ1 1AA', 'Odette Farrow']) expect(text).toContain(said);
  });

  it('is edited by hand, marked so, and published', async () => {
    const before = await published();
    expect((await edit({ directorName: 'Ottilie Marsh' })).text).toContain('Edited by hand');
    const [event] = (await fixture.events()).slice(-1);
    expect([await published(), event?.subject]).toEqual([before + 1, '911']);
    expect(event?.payload).toEqual(expect.stringContaining('Ottilie Marsh'));
    await edit({ directorName: 'Ottilie Marsh' });
    expect(await published()).toBe(before + 1);
  });

  it('is not saved with a director’s e-mail of nobody, nor over what somebody else saved', async () => {
    const nameless = await edit({ directorName: '' });
    expect([nameless.status, nameless.text]).toEqual([400, expect.stringContaining('Enter the name of the director')]);
    const shown = hiddenIn((await sunny.get(`${pages}/911/edit`)).text, 'shown');
    await edit({ town: 'Larkney' });
    expect((await edit({ town: 'Marrow', shown })).status).toBe(400);
    await edit({ name: 'Greater Marrowby', shown });
    expect((await stored('911'))?.document).toMatchObject({ name: 'Greater Marrowby', address: { town: 'Larkney' } });
  });

  it('is the business of service support alone', async () => {
    const casey = await fixture.as('caseworker');
    for (const path of ['', '/911', '/911/edit', '/import']) expect((await casey.get(pages + path)).status).toBe(403);
    expect((await sunny.get(`${pages}/999`)).status).toBe(404);
  });
});
