import { aGround, type Ground } from '../examples/ground.spec.ts';

const month = '?from=2027-04&to=2027-04';
const range = '?from=2027-04&to=2027-05';

describe('Who may download what', () => {
  let ground: Ground;
  beforeAll(async () => void (ground = await aGround()), 60_000);
  afterAll(() => ground.stop());

  const statuses = async (who: Parameters<Ground['as']>[0], ...paths: string[]) => {
    const somebody = await ground.as(who);
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
    const response = await fetch(`${ground.url}/exports/all-data.csv`, { redirect: 'manual' });
    expect(response.headers.get('location')).toContain('/sign-in');
    expect(
      (await fetch(`${ground.url}/exports/all-data.csv`, { headers: { accept: 'application/json' } })).status,
    ).toBe(401);
  });
});
