import { jest } from '@jest/globals';
import { completeGround, type Ground } from '../testing-ground/ground.spec.ts';

// Real parts take longer on a busy machine.
jest.setTimeout(60_000);

let ground: Ground;
beforeAll(async () => {
  ground = await completeGround();
  await ground.register({ urn: '900123' });
  await ground.ask(
    `insert into rejected_handover (prepare_id, urn, attempt, kind, reasons, rejected_at)
     values ('77', '900123', 2, 'conversion', ?, now())`,
    [JSON.stringify([{ rule: 'school-is-open', message: 'The school is closed', mendedOn: 'school' }])],
  );
  await ground.ask(`insert into parked_lane (consumer_group, lane) values ('handover', 'prepare.projects 88')`);
  await ground.ask(
    `insert into dead_letter (consumer_group, lane, key, topic, partition, message_offset, event_id, headers, kind, code, message)
     values ('handover', 'prepare.projects 88', '88', 'prepare.projects', 1, 5, gen_random_uuid(), '{}', 'permanent',
             'MESSAGE.WRONG_VALUE', 'The value is not what it should be')`,
  );
}, 60_000);
afterAll(() => ground.stop());

describe('Service support', () => {
  it('sees rejected handovers with their reasons, and the way to Prepare', async () => {
    const { text } = await (await ground.as('serviceSupport')).get('/service-support/rejected-handovers');
    for (const said of ['Larkmere Primary School', 'The school is closed', 'http://localhost:3001/projects/77'])
      expect(text).toContain(said);
  });

  it('sees parked events, and gives one up with a reason', async () => {
    const sunny = await ground.as('serviceSupport');
    expect((await sunny.get('/service-support/dead-letters')).text).toContain('The value is not what it should be');
    const without = await sunny.post('/service-support/dead-letters/88', { action: 'discard' });
    expect([without.status, without.text]).toEqual([400, expect.stringContaining('Enter the reason')]);
    const done = await sunny.post('/service-support/dead-letters/88', { action: 'discard', note: 'Sent by mistake' });
    expect(done.text).toContain('The event is being given up');
    expect(await ground.ask('select request, request_note, request_by from parked_lane')).toEqual([
      { request: 'discard', request_note: 'Sent by mistake', request_by: 'sunny.mendwell@education.gov.uk' },
    ]);
  });

  it('is told when nothing is parked under a key', async () =>
    expect((await (await ground.as('serviceSupport')).get('/service-support/dead-letters/99')).status).toBe(404));

  it.each(['caseworker', 'dataConsumer', 'regionalDeliveryOfficer'] as const)('is not for a %s', async (who) => {
    const somebody = await ground.as(who);
    for (const path of ['rejected-handovers', 'dead-letters', 'dead-letters/88'])
      expect((await somebody.get(`/service-support/${path}`)).status).toBe(403);
  });
});
