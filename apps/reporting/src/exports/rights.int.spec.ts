import { aReportingService, type ReportingService } from '../fixtures/test-service.spec.ts';

const month = '?from=2027-04&to=2027-04';
const range = '?from=2027-04&to=2027-05';

describe('Who may download what', () => {
  let fixture: ReportingService;
  beforeAll(async () => void (fixture = await aReportingService()));
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
});
