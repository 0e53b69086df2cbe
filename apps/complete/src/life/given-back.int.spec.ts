import type { CompleteProject } from '@academies/contracts';
import { hiddenIn, type Visitor } from '@academies/identity';
import { v7 } from 'uuid';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
let caseworker: Visitor;
let support: Visitor;
let id: string;
const assignedTo = { email: 'casey.workwise@education.gov.uk', name: 'Casey Workwise' };
/** What somebody typed, and would have to type again. */
const written = 'The lease of the land is not signed, and Ms Lindley asks for May.';

async function given(facts: Partial<CompleteProject>) {
  await fixture.ask('update project set document = document || \'{"state": "deleted"}\'');
  ({ id } = await fixture.aProject({ state: 'active', team: 'regional_casework_services', assignedTo, ...facts }));
}
const becomes = (facts: object) =>
  fixture.ask('update project set document = document || ?::jsonb where id = ?', [JSON.stringify(facts), id]);
const openedForm = async (who: Visitor, path: string): Promise<[token: string, shown: string]> => {
  const { text } = await who.get(`/projects/${id}/${path}`);
  return [hiddenIn(text, '_csrf'), hiddenIn(text, 'shown')];
};

beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register({ urn: '900123' });
  [caseworker, support] = [await fixture.as('caseworker'), await fixture.as('serviceSupport')];
});
afterAll(() => fixture?.stop());

describe('What somebody wrote', () => {
  it('is given back where nothing can be written any more, with what happened', async () => {
    await given({});
    const [token, shown] = await openedForm(caseworker, 'hold');
    const sent = () => caseworker.post(`/projects/${id}/hold`, { reason: written, shown }, { token });
    for (const [facts, said] of [
      [{ state: 'dao_revoked' }, 'DAO revoked'],
      [{ assignedTo: null, state: 'active' }, 'the person the project is assigned to'],
      [{ state: 'deleted' }, 'There is no such project'],
    ] as const) {
      await becomes(facts);
      const { text } = await sent();
      for (const one of [said, 'What you entered', written]) expect(text).toContain(one);
    }
  });

  it.each([
    ['people/team', { team: 'london', comment: written }],
    ['about/sharepoint', { school: `https://example.com/${written}` }],
    [`notes/${v7()}/write`, { text: written }],
    [`contacts/${v7()}/details?who=other`, { name: written, role: 'Clerk', category: 'other' }],
    ['tasks/land_questionnaire', { waiting_for: written }],
    ['dates/reasons?to=2027-06', { reasons: ['land'], reasons_land_detail: written }],
    ['delete', { reason: written }],
  ])('is given back whatever was written: %s', async (path, typed) => {
    for (const state of ['dao_revoked', 'deleted'] as const) {
      await given({ dateConfirmed: true });
      const [token, shown] = await openedForm(support, path);
      await becomes({ state });
      const sent = { ...typed, shown } as unknown as Record<string, string>;
      const { status, text } = await support.post(`/projects/${id}/${path}`, sent, { token });
      // Service support may still do some of it on a project that was revoked.
      if (status !== 200) expect(text).toContain(written);
      else expect(state).toBe('dao_revoked');
    }
  });

  it('is not given back to a page of somebody else', async () => {
    await given({ state: 'dao_revoked' });
    const { text } = await caseworker.post(`/projects/${id}/hold`, { reason: 'Buy this now' }, { token: 'none' });
    expect(text).not.toContain('What you entered');
  });
});
