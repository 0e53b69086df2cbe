import {
  anExampleCompleteProject,
  HandoverRejected,
  newEvent,
  type OutboxEvent,
  ProjectCreated,
} from '@academies/contracts';
import { queueEvents, Relay, republish } from '@academies/messaging';
import { hiddenIn, type Visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { presentState } from '../republish/present-state.ts';
import { aPrepareService, type PrepareService } from '../fixtures/test-service.spec.ts';
import { type TestDatabase, testDatabase, transferFacts } from '../fixtures/test-database.spec.ts';

const logger = pino({ level: 'silent' });
let fixture: PrepareService;
let officer: Visitor;
let complete: TestDatabase;
let relay: Relay;
beforeAll(async () => {
  fixture = await aPrepareService();
  officer = await fixture.as('deliveryOfficer');
  complete = await testDatabase('prepare_other_side');
  relay = new Relay({ orm: complete.orm, kafka: fixture.kafka, source: 'complete', logger });
  await complete.all('delete from outbox');
});
afterAll(async () => {
  await fixture.stop();
  await complete.drop();
});

/** What Complete would say. */
const say = async (...events: OutboxEvent[]) => {
  await complete.orm.em.fork().transactional((em) => queueEvents(em, ...events));
  await relay.drain();
};

async function approve(id: string) {
  const send = (step: string, fields: Record<string, string>) =>
    officer.post(`/projects/${id}/decision/${step}`, fields);
  await send('outcome', { outcome: 'approved' });
  await send('decided-by', { decidedBy: 'none' });
  await send('date', { 'date-day': '1', 'date-month': '10', 'date-year': '2026' });
  await send('check', {});
}

describe('A transfer through Kafka and back', () => {
  it('is published, answered, corrected and handed over again', async () => {
    const id = await fixture.database.have(transferFacts);
    await approve(id);
    await eventually(async () =>
      expect(await fixture.database.all('select from outbox where key = ? and published_at is null', [id])).toEqual([]),
    );
    const project = { ...anExampleCompleteProject, id: v7(), prepareId: id, urn: '900201' };
    const rejection = (attempt: number) =>
      newEvent(HandoverRejected, {
        key: id,
        subject: `${id}/900202`,
        value: {
          prepareId: id,
          urn: '900202',
          attempt,
          at: '2026-10-06T15:06:00.000Z',
          reasons: [{ rule: 'school-is-open', message: 'Weir Academy is not open', fixOn: 'school' }],
        },
      });
    await say(newEvent(ProjectCreated, { key: id, subject: project.id, value: { project, attempt: 1 } }), rejection(1));
    const page = await eventually(async () => {
      const { text } = await officer.get(`/projects/${id}`);
      expect(text).toContain('Weir Academy is not open');
      return text;
    });
    expect(page).toContain(`http://localhost:3002/projects/${project.id}`);
    expect(page).toContain(`/projects/${id}/academies/900202/remove`);

    const { text: asked } = await officer.get(`/projects/${id}/hand-over`);
    const fields = { shown: hiddenIn(asked, 'shown') };
    const again = await officer.post(`/projects/${id}/hand-over`, fields);
    expect(again.text).toContain('Handed over to Complete again');
    expect(again.text).toContain('Complete has not answered yet');
    const twice = await officer.post(`/projects/${id}/hand-over`, fields, { from: '/conversions' });
    expect(twice.status).toBe(200);
    const sql = `select from outbox where key = ? and type = 'prepare.project.approved.v1'`;
    expect(await fixture.database.all(sql, [id])).toHaveLength(2);
    await say(rejection(1));
    const other = { ...project, id: v7(), urn: '900202' };
    await say(newEvent(ProjectCreated, { key: id, subject: other.id, value: { project: other, attempt: 2 } }));
    await eventually(async () => expect((await officer.get(`/projects/${id}`)).text).toContain(other.id));
    expect((await officer.get(`/projects/${id}/hand-over`)).status).toBe(409);
  });

  it('loses a rejected academy when it is removed, once', async () => {
    await fixture.database.all('delete from complete_project');
    const id = await fixture.database.have(transferFacts);
    await approve(id);
    const project = { ...anExampleCompleteProject, id: v7(), prepareId: id, urn: '900201' };
    const reasons = [{ rule: 'no-living-project', message: 'There is one', fixOn: 'school' }];
    const value = { prepareId: id, urn: '900202', attempt: 1, at: '2026-10-06T15:06:00.000Z', reasons };
    await say(
      newEvent(ProjectCreated, { key: id, subject: project.id, value: { project, attempt: 1 } }),
      newEvent(HandoverRejected, { key: id, subject: `${id}/900202`, value }),
    );
    const path = `/projects/${id}/academies/900202/remove`;
    const shown = await eventually(async () => {
      const answer = await officer.get(path);
      expect(answer.status).toBe(200);
      return answer.text;
    });
    const fields = { shown: hiddenIn(shown, 'shown') };
    expect((await officer.post(path, fields)).text).toContain('Academy removed');
    expect((await officer.post(path, fields, { from: '/conversions' })).status).toBe(200);
    expect((await officer.get(path)).status).toBe(404);
    const events = await fixture.database.all(`select from outbox where key = ? and type like '%academy-removed%'`, [
      id,
    ]);
    expect(events).toHaveLength(1);
  });
});

describe('Publishing again', () => {
  it('queues the present state of every project', async () => {
    const [{ count }] = (await fixture.database.all<{ count: number }>('select count(*)::int from project')) as [
      { count: number },
    ];
    expect(await republish(fixture.database.orm, { ...presentState, chunk: 1 })).toBe(count);
  });
});
