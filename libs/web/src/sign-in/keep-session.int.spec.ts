import { hiddenIn, type Persona, personas, visitor, type Visitor } from '@academies/identity';
import { WebDatabase } from '../health/web-database.ts';
import { type WebService, aWebService } from '../fixtures/test-service.spec.ts';

let fixture: WebService;
let dara: Visitor;
beforeAll(async () => void (fixture = await aWebService()));
beforeEach(async () => {
  dara = visitor(fixture.url);
  await dara.signIn(personas.deliveryOfficer);
});
afterAll(() => fixture.stop());

const query = (sql: string, values: unknown[] = []) => fixture.service.app.get(WebDatabase).pool.query(sql, values);

/** Moves a moment of every session back, as if time had passed. */
const since = (moment: 'signedInAt' | 'rolesDue', milliseconds: number) =>
  query(`update web_session set sess = jsonb_set(sess, array[$1], to_jsonb((sess->>$1)::bigint - $2::bigint))`, [
    moment,
    milliseconds,
  ]);
const hour = 3_600_000;
const nameIt = ({ status, url }: { status: number; url: string }) => [status, url.replace(fixture.url, '')];
const become = (change: Partial<Persona>) => {
  fixture.people[0] = { ...personas.deliveryOfficer, ...change };
};

describe('A session', () => {
  it('ends at its longest age, however much it is used', async () => {
    await since('signedInAt', 11.5 * hour);
    expect(nameIt(await dara.get('/decide'))).toEqual([200, '/decide']);
    await since('signedInAt', hour);
    expect((await dara.get('/decide')).url).toContain('/choose/');
    expect(nameIt(await dara.signIn(personas.deliveryOfficer, '/decide'))).toEqual([200, '/decide']);
  });

  it('gives forty tabs that load at once forms that can all be sent', async () => {
    dara = visitor(fixture.url);
    await dara.signIn(personas.deliveryOfficer, '/assets/app.css'); // which has no form yet
    const tabs = await Promise.all(Array.from({ length: 40 }, () => dara.get('/decide')));
    const tokens = tabs.map(({ text }) => hiddenIn(text, '_csrf'));
    const answers = await Promise.all(tokens.map((token) => dara.post('/decide', {}, { token })));
    expect(answers.filter(({ status }) => status !== 400)).toEqual([]);
  });

  it('says on no other page what one page has to say', async () => {
    const right = { name: 'Ada', 'date-day': '31', 'date-month': '3', 'date-year': '2027', outcome: 'approved' };
    await dara.post('/decide', right, { follow: false });
    expect((await dara.get('/')).text).not.toContain('Decision recorded');
    expect((await dara.get('/saved?of=another')).text).not.toContain('Decision recorded');
    expect((await dara.get('/saved')).text).toContain('Decision recorded');
    expect((await dara.get('/saved')).text).not.toContain('Decision recorded');
  });
});

describe('The roles of a session', () => {
  afterEach(() => become({}));

  it('are read again after a while, without a new sign-in', async () => {
    become({ roles: ['service_support'], name: 'Dara Newname' });
    expect((await dara.get('/forgotten')).status).toBe(403);
    await since('rolesDue', hour);
    const tabs = await Promise.all(['/decide', '/forgotten', '/saved'].map((page) => dara.get(page)));
    expect(tabs.map(({ url }) => url).filter((url) => url.includes('/choose/'))).toEqual([]);
    expect((await dara.get('/forgotten')).status).toBe(200);
    expect((await dara.get('/')).text).toContain('Hello Dara Newname');
  });

  it('are gone when the provider no longer knows the person, and so is the session', async () => {
    become({ email: 'somebody.else@education.gov.uk' });
    await since('rolesDue', hour);
    expect((await dara.get('/decide')).url).toContain('/choose/');
  });

  it('stay as they were while the provider fails, and are read when it is back', async () => {
    await since('rolesDue', hour);
    await fixture.identity.stop();
    expect(nameIt(await dara.get('/decide'))).toEqual([200, '/decide']);
    const { rows } = await query(`select 1 from web_session where (sess->>'rolesDue')::bigint between $1 and $2`, [
      Date.now(),
      Date.now() + 60_000,
    ]);
    expect(rows).toHaveLength(1);
    await fixture.startIdentity();
  });
});
