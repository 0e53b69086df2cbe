import { anExampleCompleteProject, anExampleTrust } from '@academies/contracts';
import { deadLetters, type ParkedEvent } from '@academies/messaging';
import { lettersInWords } from './letters-in-words.ts';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register({ urn: '900123' });
  await fixture.ask(
    `insert into rejected_handover (prepare_id, urn, attempt, kind, reasons, rejected_at)
     values ('77', '900123', 2, 'conversion', ?, now())`,
    [JSON.stringify([{ rule: 'school-is-open', message: 'The school is closed', fixOn: 'school' }])],
  );
  await fixture.ask(
    `insert into blocked_key (consumer_group, ordering_key) values ('handover', 'prepare.projects 88')`,
  );
  await fixture.ask(
    `insert into dead_letter (consumer_group, ordering_key, key, topic, partition, message_offset, event_id, headers, kind, code, message)
     values ('handover', 'prepare.projects 88', '88', 'prepare.projects', 1, 5, gen_random_uuid(), '{}', 'permanent',
             'MESSAGE.WRONG_VALUE', 'The value is not what it should be')`,
  );
});
afterAll(() => fixture.stop());

describe('Service support', () => {
  it('sees rejected handovers with their reasons, and the way to Prepare', async () => {
    const { text } = await (await fixture.as('serviceSupport')).get('/service-support/rejected-handovers');
    for (const said of ['Larkmere Primary School', 'The school is closed', 'http://localhost:3001/projects/77'])
      expect(text).toContain(said);
  });

  it('sees parked events, and gives one up with a reason', async () => {
    const sunny = await fixture.as('serviceSupport');
    const list = (await sunny.get('/service-support/dead-letters')).text;
    for (const said of ['may be of different versions', 'The value is not what it should be', 'Needs a decision'])
      expect(list).toContain(said);
    expect(list).toContain('href="http://localhost:3001/projects/88">Project 88 in Prepare');
    const without = await sunny.post('/service-support/dead-letters/88', { action: 'discard' });
    expect([without.status, without.text]).toEqual([400, expect.stringContaining('Enter the reason')]);
    const done = await sunny.post('/service-support/dead-letters/88', { action: 'discard', note: 'Sent by mistake' });
    expect(done.text).toContain('The event is being given up');
    expect(done.text).toContain('Is being given up');
    expect(done.text).not.toContain('dead-letters/88"');
    expect(await fixture.ask('select request, request_note, request_by from blocked_key')).toEqual([
      { request: 'discard', request_note: 'Sent by mistake', request_by: 'sunny.mendwell@education.gov.uk' },
    ]);
  });

  it('sees how every service is doing, and where one has fallen silent', async () => {
    await fixture.ask(
      `insert into received_watermark (consumer_group, source, committed_before, offsets, said_at, counts)
       values ('complete-services', 'prepare', now(), '{}', now(), '{"approvals_unanswered": 3}'),
              ('complete-services', 'reporting', now(), '{}', now() - interval '6 minutes', '{"parked_keys": 0}')`,
    );
    const { text } = await (await fixture.as('serviceSupport')).get('/service-support/services');
    expect(text).toContain('http://localhost:3001/service-support/unanswered-approvals');
    expect(text).toContain('3 approvals have waited too long for their answers');
    expect(
      [...text.matchAll(/<strong class="govuk-tag[^>]*>\s*([^<]*?)\s*</g)].map(([, tag]) => tag).slice(-4),
    ).toEqual(['Not heard of', 'To look at', 'Not heard of', 'Not heard of']);
    expect(text).not.toContain('Handover, which listens');
  });

  describe('finds', () => {
    const event = '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a13';
    const found = async (sought: string) =>
      (await (await fixture.as('serviceSupport')).get(`/service-support/find?sought=${encodeURIComponent(sought)}`))
        .text;
    beforeAll(async () => {
      await fixture.ask(
        `insert into dead_letter (consumer_group, ordering_key, key, topic, partition, message_offset, event_id, type, headers, kind, code, message, state, settled_at, settled_by, note)
         values ('handover', 'project 66', '66', 'prepare.projects', 1, 9, ?, 'prepare.project.approved.v1', '{}', 'poison', 'X', 'Y', 'discarded', now(), 'sunny', 'Sent by mistake')`,
        [event],
      );
      await fixture.ask(
        `insert into person (email, name, may_sign_in) values ('wren.halloway@education.gov.uk', 'Wren Halloway', true)`,
      );
      await fixture.ask(
        `insert into mail (id, key, template, recipient, facts, due_at, failure)
         values (gen_random_uuid(), 'k', 'assigned_conversion', 'Wren.Halloway@education.gov.uk', '{"school": "Larkmere"}', null, 'No such address')`,
      );
    });

    it('a project by either id, also a deleted one', async () => {
      const { id } = await fixture.aProject({ urn: '900123', prepareId: '66', state: 'deleted' });
      for (const sought of [id, '66', `http://localhost:3002/projects/${id}`])
        expect(await found(sought)).toContain(`href="/projects/${id}">Larkmere Primary School</a>`);
    });

    it('rejected handovers and dead letters by the number of the project, which is the key', async () => {
      expect(await found('77')).toContain('href="/service-support/rejected-handovers">Larkmere Primary School');
      expect(await found('88')).toContain('href="/service-support/dead-letters/88"');
    });

    it('an event by its id, and what became of it', async () => {
      const text = await found(event);
      expect(text).toContain('Prepare: project approved, given up on');
      expect(text).toContain('Sent by mistake');
    });

    it('a person and the e-mails that did not reach them, by the address in any case', async () => {
      const text = await found('wren.HALLOWAY@education.gov.uk');
      for (const said of [
        '/projects/by-user/wren.halloway%40education.gov.uk',
        'The conversion of Larkmere was',
        '/service-support/e-mails?page=1#e-mail-',
      ])
        expect(text).toContain(said);
    });

    it.each(['nobody@nowhere.example', '4711', event.replace('01', '02'), '<script>', '%00', '#99'])(
      'nothing for %s, and says what can be searched',
      async (sought) => expect(await found(sought)).toContain('Nothing found'),
    );
  });

  it('sees living projects whose school or trust the register closed or replaced, and what it says now and since', async () => {
    const closed = { status: { code: '2', name: 'Closed' } };
    await fixture.register(
      { urn: '900201', name: 'Gone School', establishmentNumber: '3001', closeDate: '2026-08-31', ...closed },
      { urn: '900202', name: 'Gone Academy', establishmentNumber: '3001' },
      { urn: '900203', name: 'Converting School', establishmentNumber: '3003', closeDate: '2027-03-31', ...closed },
      { urn: '900204', name: 'Calm School', establishmentNumber: '3004' },
      { urn: '900205', name: 'Trustless School', establishmentNumber: '3005' },
      { urn: '900206', name: 'Leaving Academy', establishmentNumber: '3006' },
      { urn: '900207', name: 'Done School', establishmentNumber: '3007', closeDate: '2026-01-31', ...closed },
    );
    const trust = (uid: string, facts: object) =>
      fixture.ask('insert into register_trust (group_uid, sequence, state, search_name) values (?, 1, ?, ?)', [
        uid,
        JSON.stringify({ ...anExampleTrust, groupUid: uid, ...facts }),
        'x',
      ]);
    await trust('9901', {
      ukprn: '19000901',
      trn: 'TR90901',
      name: 'Old Trust',
      status: 'Closed',
      closedDate: '2026-07-01',
    });
    await trust('9902', { ukprn: '19000902', trn: 'TR90902', name: 'New Trust', companiesHouseNumber: '09900042' });
    const aLiving = (urn: string, prepareId: string, facts: object = {}) =>
      fixture.aProject({ urn, prepareId, state: 'active', significantDate: '2027-04-01', ...facts });
    const incomingTrust = { ...anExampleCompleteProject.incomingTrust, ukprn: '19000901' };
    await aLiving('900201', '201');
    await aLiving('900203', '203');
    await aLiving('900204', '204');
    const { id } = await aLiving('900205', '205', { incomingTrust, formingAMat: true });
    await aLiving('900206', '206', { kind: 'transfer', state: 'inactive', outgoingTrustUkprn: '19000999' });
    await aLiving('900207', '207', { state: 'completed' });
    const { text } = await (await fixture.as('serviceSupport')).get('/service-support/replaced');
    for (const said of [
      'Gone School is closed since 31 August 2026',
      'Gone Academy, URN 900202',
      'Incoming trust: Old Trust is closed since 1 July 2026',
      'It may be New Trust now, UKPRN 19000902',
      `/projects/${id}/about/trust-ukprn`,
      'Outgoing trust: the register has no trust with the UKPRN 19000999',
    ])
      expect(text).toContain(said);
    for (const calm of ['Converting School', 'Calm School', 'Done School']) expect(text).not.toContain(calm);
    expect(text).toContain('Showing 1 to 3 of 3');

    await fixture.ask(
      `update register_trust set state = state || '{"status":"Open","closedDate":null}' where ukprn = '19000901'`,
    );
    await fixture.ask(`update register_establishment set state = state || ? where urn = '900204'`, [
      JSON.stringify({ ...closed, closeDate: '2026-09-30' }),
    ]);
    const { text: since } = await (await fixture.as('serviceSupport')).get('/service-support/replaced');
    expect(since).not.toContain('Old Trust');
    expect(since).toContain('Calm School is closed since 30 September 2026');
  });

  it('reads which schools an event is about, from the event or from what is known of its project', async () => {
    const [letter] = await deadLetters(fixture.orm.em.fork()).list();
    const told = await lettersInWords(fixture.orm.em.fork(), [
      { ...(letter as ParkedEvent), key: '77', type: 'prepare.project.approved.v1' },
    ]);
    expect(told).toMatchObject([{ schools: ['Larkmere Primary School'], what: 'Prepare: project approved' }]);
  });

  it('is told when nothing is parked under a key', async () =>
    expect((await (await fixture.as('serviceSupport')).get('/service-support/dead-letters/99')).status).toBe(404));

  it.each(['caseworker', 'dataConsumer', 'regionalDeliveryOfficer'] as const)('is not for a %s', async (who) => {
    const somebody = await fixture.as(who);
    for (const path of ['rejected-handovers', 'dead-letters', 'dead-letters/88', 'services', 'find'])
      expect((await somebody.get(`/service-support/${path}`)).status).toBe(403);
  });
});
