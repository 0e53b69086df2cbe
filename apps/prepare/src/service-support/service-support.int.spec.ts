import { haveApproved } from '../fixtures/approved.spec.ts';
import { transferFacts } from '../fixtures/test-database.spec.ts';
import { aPrepareService, type PrepareService } from '../fixtures/test-service.spec.ts';

const page = '/service-support/unanswered-approvals';

let fixture: PrepareService;
let old: string;
let fresh: string;
const approvalsOf = (id: string) =>
  fixture.database.all<{ event_id: string; attempt: number }>(
    `select event_id, (payload::jsonb ->> 'attempt')::int as attempt from outbox
      where key = ? and type = 'prepare.project.approved.v1' order by id`,
    [id],
  );

beforeAll(async () => {
  fixture = await aPrepareService();
  old = await haveApproved(fixture.database);
  fresh = await haveApproved(fixture.database, transferFacts);
  await fixture.database.all('update handover_attempt set at = clock_timestamp() where project_id = ?', [fresh]);
});
afterAll(() => fixture.stop());

describe('An approval without an answer', () => {
  it('is shown to service support and on the metrics when it has waited for longer than an hour', async () => {
    const { text } = await (await fixture.as('serviceSupport')).get(page);
    expect(text).toContain(`href="/projects/${old}"`);
    expect(text).toContain('Larkmere Primary School 123');
    expect(text).not.toContain(`href="/projects/${fresh}"`);
    expect(await (await fetch(`${fixture.url}/metrics`)).text()).toContain('approvals_unanswered 1');
  });

  it('is sent again with a button: the same attempt, by an event of its own, whose id answers may name', async () => {
    const sunny = await fixture.as('serviceSupport');
    expect((await sunny.post(`${page}/${old}`, {})).text).toContain('The approval was sent again');
    expect((await sunny.post(page, {})).text).toContain('The approval was sent again');
    const approvals = await approvalsOf(old);
    expect(approvals.map(({ attempt }) => attempt)).toEqual([1, 1, 1]);
    expect(new Set(approvals.map(({ event_id }) => event_id)).size).toBe(3);
    expect(
      await fixture.database.all('select attempt, approval_id from handover_attempt where project_id = ?', [old]),
    ).toEqual([{ attempt: 1, approval_id: approvals[2]?.event_id }]);
    expect(await approvalsOf(fresh)).toHaveLength(1);
  });

  it('is nothing to be sent once Complete has answered', async () => {
    await fixture.database.all(
      `insert into handover_answer (event_id, project_id, attempt, urn, says, reasons, at)
       values (gen_random_uuid(), ?, 1, '900123', 'rejected', '[]', now())`,
      [old],
    );
    await fixture.database.all(`update project_academy set handover_state = 'rejected' where project_id = ?`, [old]);
    const sunny = await fixture.as('serviceSupport');
    expect((await sunny.get(page)).text).toContain('Every approval has its answer');
    expect((await sunny.post(`${page}/${old}`, {})).text).toContain('Nothing was sent');
    expect(await approvalsOf(old)).toHaveLength(3);
  });

  it('is not for a delivery officer to see', async () => {
    const officer = await fixture.as('deliveryOfficer');
    expect((await officer.get(page)).status).toBe(403);
    expect((await officer.post(page, {})).status).toBe(403);
  });
});
