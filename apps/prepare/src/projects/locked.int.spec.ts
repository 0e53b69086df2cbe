import type { Visitor } from '@academies/identity';
import { routesOf } from '@academies/web';
import { aGround, type Ground } from '../testing-ground/ground.spec.ts';

let ground: Ground;
let officer: Visitor;
beforeAll(async () => {
  ground = await aGround();
  officer = await ground.as('deliveryOfficer');
}, 90_000);
afterAll(() => ground.stop());

const date = { 'date-day': '1', 'date-month': '2', 'date-year': '2026' };

/** What each route that writes would be sent, were the project not locked. */
const bodies: Readonly<Record<string, Record<string, string>>> = {
  '/projects/:project/decision/check': {},
  '/projects/:project/decision/:step': { outcome: 'declined' },
  '/projects/:project/hand-over': {},
  '/projects/:project/academies/:urn/remove': {},
  '/projects/:project/school': { search: '900124' },
  '/projects/:project/school/choose': { school: '900124' },
  '/projects/:project/academies': { academies: '900201' },
  '/projects/:project/incoming-trust': { search: '19000077' },
  '/projects/:project/incoming-trust/choose': { trust: '19000077' },
  '/projects/:project/new-trust': { name: 'Another', trn: 'TR90999' },
  '/projects/:project/outgoing-trust': { search: '19000077' },
  '/projects/:project/outgoing-trust/choose': { trust: '19000077' },
  '/projects/:project/group': { group: 'new' },
  '/projects/:project/assigned-to': { person: 'nobody' },
  '/projects/:project/proposed-decision-date': date,
  '/projects/:project/proposed-date': date,
  '/projects/:project/proposed-date/reasons': { reasons: 'land', reasons_land_detail: 'The lease' },
  '/projects/:project/transfer-reasons': { reasons: 'finance' },
  '/projects/:project/case': { rationale: 'Another' },
  '/projects/:project/delete': {},
  '/projects/:project/notes/new': { subject: 'Late', text: 'A note' },
};
/** The one fact that no lock holds. */
const unlocked = ['/projects/:project/academy-order-date'];

describe('A project that was handed over', () => {
  it('is locked on every route that writes to a project', async () => {
    const id = await ground.database.have();
    await ground.database.all(
      `update project set state = state || '{"status": "approved", "attempts": 1}' where id = ?`,
      [id],
    );
    await ground.database.all(`insert into handover_attempt values (?, 1, '{900123}', 'Somebody', now())`, [id]);
    const stateOf = () => ground.database.all('select version, state from project where id = ?', [id]);
    const before = await stateOf();
    const routes = routesOf(ground.service.app).filter(
      ({ method, path }) => method === 'POST' && path.startsWith('/projects/:project'),
    );
    expect(routes.map(({ path }) => path).sort()).toEqual([...Object.keys(bodies), ...unlocked].sort());
    for (const [path, body] of Object.entries(bodies)) {
      const address = path.replace(':project', id).replace(':urn', '900123').replace(':step', 'outcome');
      const query = path.endsWith('reasons') && path.includes('proposed') ? '?to=2028-01' : '';
      const { status } = await officer.post(address + query, body, { from: '/conversions' });
      expect([path, status < 500]).toEqual([path, true]);
      expect([path, await stateOf()]).toEqual([path, before]);
    }
    const [{ count }] = (await ground.database.all<{ count: number }>(
      'select count(*)::int from outbox where key = ?',
      [id],
    )) as [{ count: number }];
    expect(count).toBe(2);
  });

  it('says so in plain words', async () => {
    const id = await ground.database.have({ status: 'approved', attempts: 1 });
    await ground.database.all(`insert into handover_attempt values (?, 1, '{900123}', 'Somebody', now())`, [id]);
    const answer = await officer.post(`/projects/${id}/assigned-to`, { person: 'nobody' }, { from: '/conversions' });
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('has been handed over to Complete')]);
  });

  it('still takes the academy order date of a voluntary conversion', async () => {
    const id = await ground.database.have({ status: 'approved', attempts: 1 });
    await ground.database.all(`insert into handover_attempt values (?, 1, '{900123}', 'Somebody', now())`, [id]);
    const answer = await officer.post(`/projects/${id}/academy-order-date`, {
      'date-day': '5',
      'date-month': '10',
      'date-year': '2026',
    });
    expect(answer.text).toContain('Academy order date saved');
    expect(
      await ground.database.all(
        `select value from (select payload::jsonb ->> 'date' as value from outbox where key = ? order by id desc limit 1) as last`,
        [id],
      ),
    ).toEqual([{ value: '2026-10-05' }]);
  });
});
