import { hiddenIn, personas, visitor, type Visitor } from '@academies/identity';
import { WebDatabase } from '../health/web-database.ts';
import { type WebService, aWebService } from '../fixtures/test-service.spec.ts';

let fixture: WebService;
beforeAll(async () => void (fixture = await aWebService()));
afterAll(() => fixture.stop());

const query = async (sql: string) => (await fixture.service.app.get(WebDatabase).pool.query<{ all: string }>(sql)).rows;
const typed = {
  name: 'Ada',
  'date-day': '31',
  'date-month': '3',
  'date-year': '2027',
  outcome: 'declined',
  risks: ['land', 'finance'],
  note: 'Typed for an hour',
};
const endEverySession = () => query('delete from web_session');
const makeThemOld = () => query(`update web_session set sess = jsonb_set(sess, '{signedInAt}', '0')`);

/** Somebody opens the form, their session ends, and they send it: what they see then. */
async function sentTooLate(dara: Visitor, { fields = typed, end = endEverySession } = {}) {
  await dara.signIn(personas.deliveryOfficer);
  const token = hiddenIn((await dara.get('/decide?a=1')).text, '_csrf');
  await end();
  return dara.post('/decide?a=1', fields, { token });
}

describe('What somebody typed whose sign-in had ended', () => {
  it.each([
    ['is gone', endEverySession],
    ['has reached its longest age', makeThemOld],
  ])('is on the form again after the next sign-in when the session %s, and not sent by itself', async (_, end) => {
    const dara = visitor(fixture.url);
    const back = await dara.choose(await sentTooLate(dara, { end }), personas.deliveryOfficer);
    expect(back).toMatchObject({ status: 200, url: `${fixture.url}/decide?a=1` });
    expect(back.text).toContain('what you sent was not saved');
    for (const said of ['value="Ada"', 'value="31"', 'value="declined" checked', 'value="land" checked', 'for an hour'])
      expect(back.text).toContain(said);
    expect((await dara.get('/saved')).text).not.toContain('Ada');
    expect((await dara.get('/decide?a=1')).text).toContain('Typed for an hour');
  });

  it('is gone from there once it was sent', async () => {
    const dara = visitor(fixture.url);
    await dara.choose(await sentTooLate(dara), personas.deliveryOfficer);
    expect((await dara.post('/decide?a=1', { ...typed, name: 'Ada at last' })).text).toContain('Ada at last');
    expect((await dara.get('/decide?a=1')).text).not.toContain('Typed for an hour');
    expect((await dara.get('/decide?a=1')).text).not.toContain('There is a problem');
  });

  it('is shown to nobody else who signs in at the same browser', async () => {
    const dara = visitor(fixture.url);
    await sentTooLate(dara);
    const sunny = visitor(fixture.url);
    const left = dara.jar.getCookiesSync(`${fixture.url}/`).filter(({ key }) => key.startsWith('try.typed.'));
    expect(left).toHaveLength(1);
    for (const cookie of left) sunny.jar.setCookieSync(cookie, fixture.url);
    const back = await sunny.signIn(personas.serviceSupport, '/decide?a=1');
    expect(back).toMatchObject({ status: 200, url: `${fixture.url}/decide?a=1` });
    expect(back.text).not.toContain('Typed for an hour');
  });

  it('is kept for an hour, and unreadable to who has the database alone', async () => {
    await query('delete from web_typed');
    await sentTooLate(visitor(fixture.url));
    const [kept] = await query(
      `select web_typed::text as all from web_typed where expire < now() + interval '61 minutes'`,
    );
    expect(kept?.all).not.toMatch(/Ada|Typed|officerly/);
    expect(kept?.all.length).toBeGreaterThan(100);
  });

  it('is not kept when it is longer than 64 kB or belongs to no form of ours', async () => {
    await query('delete from web_typed');
    await sentTooLate(visitor(fixture.url), { fields: { ...typed, note: 'x'.repeat(65 * 1024) } });
    await visitor(fixture.url).post('/decide', typed, { token: 'made up' });
    expect(await query('select 1 as all from web_typed')).toEqual([]);
  });
});
