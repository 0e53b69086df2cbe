import { undocumented } from '../fixtures/documented.spec.ts';
import { aReportingService, machines, type ReportingService } from '../fixtures/test-service.spec.ts';

const month = '?from=2027-04&to=2027-04';
const range = '?from=2027-04&to=2027-05';

describe('Who may download what', () => {
  let fixture: ReportingService;
  beforeAll(async () => void (fixture = await aReportingService({ RATE_LIMIT_EXPORTS: '20' })));
  afterAll(() => fixture.stop());

  const statuses = async (who: Parameters<ReportingService['as']>[0], ...paths: string[]) => {
    const somebody = await fixture.as(who);
    return Promise.all(paths.map(async (path) => (await somebody.get(path)).status));
  };
  const all = [
    '/exports',
    `/exports/all-data.csv`,
    `/exports/rpa-sug-and-fa-letters.csv${range}`,
    '/exports/prepare-conversions',
    '/exports/prepare-transfers.csv',
    `/exports/transfers-by-month.csv${month}`,
    `/exports/transfers-by-month.csv${range}`,
  ];

  it.each(['dataConsumer', 'businessSupport', 'serviceSupport', 'teamLeader'] as const)(
    '%s sees the exports page and all files',
    async (who) => expect(await statuses(who, ...all)).toEqual([200, 200, 200, 200, 200, 200, 200]),
  );

  it("a delivery officer has Prepare's two reports", async () =>
    expect(await statuses('deliveryOfficer', ...all)).toEqual([403, 403, 403, 200, 200, 200, 403]));

  it.each(['caseworker', 'regionalDeliveryOfficer'] as const)(
    '%s has the by-month file of a single month',
    async (who) => expect(await statuses(who, ...all)).toEqual([403, 403, 403, 403, 403, 200, 403]),
  );

  it('nobody gets a file without signing in', async () => {
    const file = (accept: string) =>
      fetch(`${fixture.url}/exports/all-data.csv`, { redirect: 'manual', headers: { accept } });
    // A browser is led to the sign-in; a program, whatever it asks for, would take that page for the file.
    expect((await file('text/html,*/*;q=0.8')).headers.get('location')).toContain('/sign-in');
    for (const accept of ['*/*', 'text/csv', 'application/json']) expect((await file(accept)).status).toBe(401);
  });

  describe('A machine', () => {
    const letters = `/exports/rpa-sug-and-fa-letters.csv${range}`;
    const ask = async (path: string, authorization: string, accept = 'text/html') => {
      const response = await fetch(fixture.url + path, { redirect: 'manual', headers: { authorization, accept } });
      const text = await response.text();
      expect(undocumented(path, response, text)).toEqual([]);
      return { response, text, challenge: response.headers.get('www-authenticate') };
    };
    const bearer = async (scope: string, machine: keyof typeof machines = 'letters') =>
      `Bearer ${await fixture.token(machines[machine], scope)}`;

    it('has the files of its scope, and is on record under its name', async () => {
      const token = await bearer('report:rpa-sug-and-fa-letters findings');
      for (const path of [letters, letters.replace('.csv', '.csv-metadata.json'), '/quality/findings.csv'])
        expect((await ask(path, token)).response.status).toBe(200);
      expect((await ask('/exports/columns.json', token)).response.status).toBe(200);
      const { rows } = await fixture.database.client.query('select by_email, report from download order by started_at');
      expect(rows).toEqual(
        expect.arrayContaining([{ by_email: 'letters@machines', report: 'rpa-sug-and-fa-letters' }]),
      );
    });

    it.each([
      ['/exports/all-data.csv', 'reports report:all-data'],
      ['/exports/own.csv', 'reports report:all-data'],
      ['/exports/choices/1.csv', 'choices'],
      ['/pinned/all-data-2026-10.csv', 'reports report:all-data'],
      ['/exports', ''],
      ['/usage', ''],
    ])('is refused what its scopes do not open, with which would: %s', async (path, scope) => {
      const { response, text, challenge } = await ask(path, await bearer('report:rpa-sug-and-fa-letters'));
      expect(response.status).toBe(403);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(challenge).toBe(`Bearer realm="reporting", error="insufficient_scope", scope="${scope}"`);
      expect(JSON.parse(text)).toMatchObject({ status: 403, code: 'WEB.SCOPE_MISSING' });
    });

    it('has a saved choice that was shared with its name, and no other', async () => {
      const dale = await fixture.as('dataConsumer');
      await dale.post('/exports/own/save?columns=school_urn', { name: 'For letters' });
      const token = await bearer('choices');
      expect((await ask('/exports/choices/1.csv', token)).response.status).toBe(404);
      await dale.post('/exports/choices/1/share', { people: 'letters@machines' });
      expect((await ask('/exports/choices/1.csv', token)).text).toBe('\uFEFFSchool URN\r\n'.slice(1));
    });

    it.each([
      ['is of somebody else than the provider', (token: string) => token.replace(/\.[^.]{9}/, '.AAAAAAAAA')],
      ['has no signature', (token: string) => unsigned(token)],
      ['is none', () => 'Bearer nothing'],
      ['is a password', () => 'Basic bWU6bWU='],
    ])('is answered 401 and no page when its token %s', async (_, spoil) => {
      const { response, text, challenge } = await ask(letters, spoil(await bearer('findings')), '*/*');
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(challenge).toMatch(/^Bearer realm="reporting"/);
      expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', status: 401, detail: expect.any(String) });
    });

    it('is told when its token is for another service', async () => {
      const { response, challenge } = await ask(letters, await bearer('reports', 'stranger'));
      expect(response.status).toBe(401);
      expect(challenge).toContain('error="invalid_token", error_description="The token is for somebody else');
    });

    it('that asks too often is told when to come again, and nobody else is', async () => {
      const token = await bearer('report:rpa-sug-and-fa-letters');
      const head = () => fetch(fixture.url + letters, { method: 'HEAD', headers: { authorization: token } });
      const answers = await Promise.all(Array.from({ length: 20 }, head));
      const refused = answers.find(({ status }) => status === 429);
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused?.headers.get('content-type')).toContain('application/problem+json');
      expect(await statuses('dataConsumer', letters)).toEqual([200]);
    });
  });
});

/** The same claims by nobody's hand (RFC 8725, 2.1). */
function unsigned(token: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
  return `Bearer ${header}.${token.split('.')[1]}.`;
}
