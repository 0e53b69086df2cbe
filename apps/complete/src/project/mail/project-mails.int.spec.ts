import type { CompleteProject } from '@academies/contracts';
import { hiddenIn, personas } from '@academies/identity';
import { eventually } from '@academies/testing';
import { aCompleteService, type CompleteService } from '../../fixtures/test-service.spec.ts';

const { caseworker: casey, teamLeader: tilda, otherRegionalDeliveryOfficer: noor, serviceSupport: sunny } = personas;
const casework = 'regional_casework_services' as const;
const details = { with_casework: 'yes', comments: 'All is well', two_requires_improvement: 'no' };
const links = {
  school_link: 'https://educationgovuk.sharepoint.com/school',
  incoming_trust_link: 'https://educationgovuk.sharepoint.com/in',
  outgoing_trust_link: 'https://educationgovuk.sharepoint.com/out',
};

let fixture: CompleteService;
let urn = 910_100;
const aProject = (facts: Partial<CompleteProject> = {}) =>
  fixture.aProject({ urn: String(++urn), prepareId: String(urn), state: 'active', team: casework, ...facts });
const queued = () =>
  fixture.ask<{ template: string; recipient: string; facts: Record<string, unknown> }>(
    'select template, recipient, facts from mail order by recipient',
  );
const told = async () => (await queued()).map(({ template, recipient }) => [template, recipient]);

beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register({ urn: '910101' });
  for (const who of ['caseworker', 'teamLeader', 'otherRegionalDeliveryOfficer'] as const) await fixture.as(who);
});
beforeEach(() => fixture.ask('delete from mail'));
afterAll(() => fixture?.stop());

describe('Complete mails', () => {
  it('the person to whom a project is assigned: it arrives, with school, date, who did it and a link', async () => {
    const { id } = await aProject();
    await (await fixture.as('teamLeader')).post(`/projects/${id}/people/assign`, { person: casey.email });
    expect(await told()).toEqual([['assigned_conversion', casey.email]]);
    await eventually(async () => {
      const { text } = await (await fixture.as('serviceSupport')).get('/service-support/e-mails');
      expect(text).toContain('Every e-mail was sent');
      expect(await fixture.ask('select sent_at is not null as sent from mail')).toEqual([{ sent: true }]);
    });
    const shown = await fixture.eMails();
    for (const words of [
      `To ${casey.email}`,
      'The conversion of Larkmere Primary School was assigned to you',
      'Tilda Leadbright assigned',
      'April 2027 (provisional)',
      `${fixture.url}/projects/${id}`,
    ])
      expect(shown).toContain(words);
  });

  it.each(['conversion', 'transfer'] as const)(
    'the leaders of Regional Casework Services when a %s is handed to them',
    async (kind) => {
      const { id } = await aProject({ kind, state: 'inactive', team: null, assignedTo: null, region: 'north_west' });
      const officer = await fixture.as('otherRegionalDeliveryOfficer');
      const answer = await officer.post(`/projects/${id}/handover/details`, { ...details, ...links });
      expect(answer.text).toContain('Handover details added');
      expect(await told()).toEqual([[`handed_over_${kind}`, tilda.email]]);
    },
  );

  it('nobody when an officer takes a project over in person', async () => {
    const { id } = await aProject({ state: 'inactive', team: null, assignedTo: null, region: 'north_west' });
    const officer = await fixture.as('otherRegionalDeliveryOfficer');
    await officer.post(`/projects/${id}/handover/details`, { ...details, ...links, with_casework: 'no' });
    expect((await fixture.projectOf(id))?.assignedTo?.email).toBe(noor.email);
    expect(await told()).toEqual([]);
  });

  it('a person once about all that were ticked in a list', async () => {
    const ids = [];
    for (let count = 0; count < 3; count++) ids.push((await aProject()).id);
    const address = `/projects/assign?${ids.map((id) => `project=${id}`).join('&')}`;
    await (await fixture.as('teamLeader')).post(address, { person: casey.email });
    expect(await told()).toEqual([['assigned_several', casey.email]]);
    expect((await queued())[0]?.facts).toMatchObject({ count: '3', by: tilda.name });
  });

  it('the address of the settings when the team has no active leader', async () => {
    await fixture.ask('update person set may_sign_in = false where email = ?', [tilda.email]);
    const { id } = await aProject({ assignedTo: casey });
    await (await fixture.as('caseworker')).post(`/projects/${id}/people/team`, { team: 'london', comment: 'x' });
    expect(await told()).toEqual([['handed_over_conversion', 'service.support@education.gov.uk']]);
    await fixture.ask('update person set may_sign_in = true where email = ?', [tilda.email]);
  });
});

describe('Service support', () => {
  const aFailure = (id: string) =>
    fixture.ask(
      `insert into mail (id, key, template, recipient, facts, due_at, tries, failure)
       values (?, ?, 'assigned_transfer', ?, '{"school": "Larkmere", "whom": "you"}', null, 1, 'GOV.UK Notify answered 400: no such person')`,
      [id, id, casey.email],
    );
  const [one, other] = ['01929ab0-0000-7000-8000-000000000001', '01929ab0-0000-7000-8000-000000000002'];

  it('sees e-mails that could not be sent, and why, and sends one again', async () => {
    await Promise.all([one, other].map(aFailure));
    const support = await fixture.as('serviceSupport');
    const { text } = await support.get('/service-support/e-mails');
    for (const words of ['The transfer of Larkmere was assigned to you', casey.email, 'no such person'])
      expect(text).toContain(words);
    const sent = await support.post('/service-support/e-mails', { mail: one });
    expect(sent.text).toContain('1 e-mail is being sent again');
    await eventually(async () =>
      expect(await fixture.ask('select id, failure from mail where sent_at is not null')).toEqual([
        { id: one, failure: null },
      ]),
    );
  });

  it('sends all of them again with one press, and finds none afterwards', async () => {
    await Promise.all([one, other].map(aFailure));
    const support = await fixture.as('serviceSupport');
    expect((await support.post('/service-support/e-mails', { mail: 'all' })).text).toContain(
      '2 e-mails are being sent',
    );
    expect((await support.post('/service-support/e-mails', { mail: 'all' })).text).toContain('No e-mail waits');
    expect((await support.post('/service-support/e-mails', { mail: 'none' })).status).toBe(404);
  });

  it('is told that there is no such e-mail when nothing at all was sent', async () => {
    const support = await fixture.as('serviceSupport');
    await aFailure(one);
    const { url, text } = await support.get('/service-support/e-mails');
    const token = hiddenIn(text, '_csrf');
    const cookie = Object.entries(support.cookies()).map((pair) => pair.join('='));
    const headers = { cookie: cookie.join('; '), 'x-csrf-token': token };
    expect((await fetch(url, { method: 'POST', headers })).status).toBe(404);
  });

  it.each(['caseworker', 'teamLeader', 'dataConsumer'] as const)('alone does so, not a %s', async (who) =>
    expect((await (await fixture.as(who)).get('/service-support/e-mails')).status).toBe(403),
  );

  it('is told of e-mails too, but not of what it did', async () => {
    await fixture.as('serviceSupport');
    const { id } = await aProject();
    await (await fixture.as('serviceSupport')).post(`/projects/${id}/people/assign`, { person: sunny.email });
    expect((await fixture.projectOf(id))?.assignedTo?.email).toBe(sunny.email);
    expect(await told()).toEqual([]);
  });
});
