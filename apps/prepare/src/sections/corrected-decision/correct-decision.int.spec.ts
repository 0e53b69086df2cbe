import { anExampleTrust, type PreparedProject, TrustChanged } from '@academies/contracts';
import { type Visitor, visitor } from '@academies/identity';
import { applyRegisterEvents } from '@academies/register';
import { haveInComplete } from '../../fixtures/approved.spec.ts';
import { transferFacts } from '../../fixtures/test-database.spec.ts';
import { aPrepareService, type PrepareService } from '../../fixtures/test-service.spec.ts';

const oak = { ...anExampleTrust, ukprn: '19000055', trn: 'TR90055', groupUid: '9055', name: 'Oak Learning Trust' };
const closed = { ...oak, ukprn: '19000056', trn: 'TR90056', groupUid: '9056', name: 'Elm Trust', status: 'Closed' };
const reason = 'The minutes name Oak';
const typed = (ukprn: string) => ({ incomingTrust_search: ukprn, reason });

let fixture: PrepareService;
let support: Visitor;
beforeAll(async () => {
  fixture = await aPrepareService();
  support = await fixture.as('serviceSupport');
  const trusts = [oak, closed].map((trust) => ({ type: TrustChanged.type, value: { trust }, sequence: 2 }));
  await fixture.database.orm.em.fork().transactional((em) => applyRegisterEvents(trusts, em));
});
beforeEach(() => fixture.database.all(`update project set state = state || '{"deleted": true}'`));
afterAll(() => fixture?.stop());

const inComplete = (facts?: Partial<PreparedProject>) => haveInComplete(fixture.database, facts);
const stateOf = async (id: string) =>
  (await fixture.database.all<{ state: PreparedProject }>('select state from project where id = ?', [id]))[0]?.state;
const correct = (id: string, which: string, fields: Record<string, string>) =>
  support.post(`/projects/${id}/correct/${which}`, fields);
/** Sent by somebody who cannot open the page. */
const force = (id: string, which: string, fields: Record<string, string>, who = support) =>
  who.post(`/projects/${id}/correct/${which}`, fields, { from: '/conversions' });

describe('A wrong trust of a decision whose project is in Complete', () => {
  it('is corrected by service support with a reason; the project, its page and one event say so', async () => {
    const id = await inComplete();
    expect((await support.get(`/projects/${id}`)).text).toContain(`/projects/${id}/correct/incoming-trust`);
    const before = await fixture.database.all('select from outbox where key = ?', [id]);
    for (const said of ['The decision was corrected', 'Nothing was changed'])
      expect((await correct(id, 'incoming-trust', typed(oak.ukprn))).text).toContain(said);
    expect(await stateOf(id)).toMatchObject({
      incomingTrust: { ukprn: oak.ukprn },
      trustCorrections: [{ incomingTrust: { ukprn: '19000042' }, reason, by: { name: 'Sunny Mendwell' } }],
    });
    const events = await fixture.database.all<{ type: string }>('select type from outbox where key = ? order by id', [
      id,
    ]);
    expect(events.slice(before.length)).toEqual([{ type: 'prepare.decision.corrected.v1' }]);
    const { text } = await support.get(`/projects/${id}`);
    for (const said of [oak.name, anExampleTrust.name, reason, 'does not have the trusts of the corrected decision'])
      expect(text).toContain(said);
  });

  it('may be the outgoing one, or the number and name of one that is formed', async () => {
    const transfer = await inComplete(transferFacts);
    await correct(transfer, 'outgoing-trust', { outgoingTrustUkprn_search: oak.ukprn, reason });
    expect(await stateOf(transfer)).toMatchObject({
      outgoingTrustUkprn: oak.ukprn,
      trustCorrections: [{ outgoingTrustUkprn: '19000077' }],
    });
    const forming = { ukprn: null, trn: 'TR90301', name: 'New Trust' };
    const formed = await inComplete({ academies: [{ urn: '900124' }], formingAMat: true, incomingTrust: forming });
    expect((await correct(formed, 'new-trust', { name: 'Newer Trust', trn: '', reason })).text).toContain('TRN');
    await correct(formed, 'new-trust', { name: 'Newer Trust', trn: 'TR90302', reason });
    expect((await stateOf(formed))?.incomingTrust).toEqual({ ukprn: null, trn: 'TR90302', name: 'Newer Trust' });
  });

  it.each([
    ['nobody says why', { ...typed(oak.ukprn), reason: '' }, 'Enter why it was wrong'],
    ['the right one is closed', typed(closed.ukprn), 'Elm Trust is closed'],
    ['the register has none', typed('19999999'), 'No trust matches'],
    ['it is the same', typed('19000042'), 'names this trust already'],
  ])('stays when %s', async (_, fields, said) => {
    const id = await inComplete();
    const { text } = await correct(id, 'incoming-trust', fields);
    expect(text).toContain(said);
    expect((await stateOf(id))?.trustCorrections).toEqual([]);
  });

  it('is corrected on its own pages before the handover, and by nobody else after it', async () => {
    const undecided = await fixture.database.have();
    const id = await inComplete({ academies: [{ urn: '900125' }] });
    expect((await force(id, 'outgoing-trust', { outgoingTrustUkprn_search: oak.ukprn, reason })).status).toBe(409);
    expect((await force(undecided, 'incoming-trust', typed(oak.ukprn))).status).toBe(409);
    const officer = await fixture.as('deliveryOfficer');
    expect((await officer.get(`/projects/${id}`)).text).not.toContain('/correct/');
    expect((await force(id, 'incoming-trust', typed(oak.ukprn), officer)).status).toBe(403);
    expect(
      (await visitor(fixture.url).get(`/projects/${id}/correct/incoming-trust`, { follow: false })).status,
    ).not.toBe(200);
  });
});
