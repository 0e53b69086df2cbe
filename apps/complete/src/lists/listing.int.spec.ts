import { anExampleTrust, TrustChanged } from '@academies/contracts';
import { applyRegisterEvents, wordsQuery } from '@academies/register';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
beforeAll(async () => void (fixture = await aCompleteService()));
afterAll(() => fixture.stop());

const found = async (typed: string): Promise<string[]> => {
  const query = 'select project_id as id from project_listing where words @@ ?::tsquery';
  return (await fixture.ask<{ id: string }>(query, [wordsQuery(typed)])).map(({ id }) => id);
};

describe('The row of a project on lists', () => {
  it('has what the register says of school and trust, also what it says later', async () => {
    const { id } = await fixture.aProject({ urn: '900123' });
    expect(await found('900123')).toEqual([id]);
    expect(await found('larkmere')).toEqual([]);
    await fixture.register({ urn: '900123' });
    for (const typed of ['larkmere primary', '911/2042', 'TR90042', '19000042'])
      expect(await found(typed)).toEqual([id]);
    const trust = { ...anExampleTrust, name: 'Harbour Trust' };
    await fixture.orm.em
      .fork()
      .transactional((em) => applyRegisterEvents([{ type: TrustChanged.type, value: { trust }, sequence: 2 }], em));
    expect(await found('harbour')).toEqual([id]);
    expect(await found('larkmere learning')).toEqual([]);
  });

  it('follows the project; one that is deleted says so', async () => {
    const { id } = await fixture.aProject({ urn: '900124' });
    const change = (facts: object) =>
      fixture.ask('update project set document = document || ?::jsonb where id = ?', [JSON.stringify(facts), id]);
    await change({
      state: 'active',
      team: 'london',
      assignedTo: { email: 'p@education.gov.uk', name: 'Petra Lindley' },
    });
    expect(await found('lindley')).toEqual([id]);
    expect(
      await fixture.ask('select state, team, assigned_to from project_listing where project_id = ?', [id]),
    ).toEqual([{ state: 'active', team: 'london', assigned_to: 'p@education.gov.uk' }]);
    await change({ state: 'deleted' });
    expect(await fixture.ask('select state from project_listing where project_id = ?', [id])).toEqual([
      { state: 'deleted' },
    ]);
  });

  it('knows who handed it over and when', async () => {
    const { id } = await fixture.aProject({ urn: '900125', state: 'active' });
    await fixture.ask(
      `insert into handover_details (project_id, by_email, by_name, added_at) values (?, 'r@education.gov.uk', 'R', '2026-10-01T09:00Z')`,
      [id],
    );
    expect(await fixture.ask('select handed_over_by from project_listing where project_id = ?', [id])).toEqual([
      { handed_over_by: 'r@education.gov.uk' },
    ]);
  });
});
