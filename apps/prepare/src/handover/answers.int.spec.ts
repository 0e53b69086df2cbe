import {
  anExampleCompleteProject,
  anExampleTransfer,
  CompleteProjectDeleted,
  HandoverHeldUp,
  HandoverRejected,
  ProjectCreated,
  type PreparedProject,
} from '@academies/contracts';
import { approvalOf, caseProject, caseUrns, type HandoverCase, handoverCases } from '@academies/handover/cases';
import type { ReceivedEvent } from '@academies/messaging';
import { v7 } from 'uuid';
import { haveApproved } from '../fixtures/approved.spec.ts';
import { changeProject } from '../project/projects.ts';
import { context } from '../project/fixtures.spec.ts';
import { saveHandoverStates, loadProject } from '../project/project.repository.ts';
import { AttemptRow, ProjectRow } from '../project/project.tables.ts';
import { type TestDatabase, testDatabase, transferFacts } from '../fixtures/test-database.spec.ts';
import { academiesOf, noHandover } from '../project/project.ts';
import { applyAnswers } from './answers.consumer.ts';
import { handOverAgain } from './hand-over.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase('prepare_answers')));
afterAll(() => database.drop());

const approved = (facts?: Partial<PreparedProject>) => haveApproved(database, facts);
const again = (id: string) =>
  changeProject(database.orm, { id, context }, (project) => handOverAgain(project, context));
const event = (type: { type: string }, key: string, value: object, sequence = 1): ReceivedEvent => ({
  id: v7(),
  type: type.type,
  source: 'complete',
  time: context.at,
  subject: key,
  sequence,
  key,
  topic: 'complete.projects',
  partition: 0,
  offset: '0',
  value,
  raw: JSON.stringify(value),
});
const created = (id: string, urn: string, attempt = 1) => {
  const project = { ...anExampleCompleteProject, id: v7(), prepareId: id, urn };
  return { project, event: event(ProjectCreated, id, { project, attempt }) };
};
const rejected = (id: string, urn: string, attempt = 1) =>
  event(HandoverRejected, id, {
    prepareId: id,
    urn,
    attempt,
    at: context.at,
    reasons: [{ rule: 'school-is-open', message: 'The school is closed', fixOn: 'school' }],
  });
/** Nobody could read the approval: its own event is all that is known of it. */
const heldUp = async (id: string, attempt = 1) => {
  const ask = 'select approval_id from handover_attempt where project_id = ? and attempt = ?';
  const [row] = await database.all<{ approval_id: string }>(ask, [id, attempt]);
  const approval = row?.approval_id;
  return event(HandoverHeldUp, id, { prepareId: id, urn: null, attempt: null, approval, at: context.at });
};
const take = (...events: ReceivedEvent[]) => database.orm.em.fork().transactional((em) => applyAnswers(events, em));
const shown = async (id: string) =>
  Object.fromEntries(academiesOf(await loadProject(database.orm.em.fork(), id)).map(({ urn, state }) => [urn, state]));
const listed = async (id: string) =>
  (
    await database.all<{ urn: string; state: string }>(
      'select urn, handover_state as state from project_academy where project_id = ? order by position',
      [id],
    )
  ).map(({ urn, state }) => [urn, state] as const);
const states = async (id: string) => {
  const now = await listed(id);
  expect(Object.fromEntries(now)).toEqual(await shown(id));
  return now.map(([, state]) => state);
};

describe('Answers of Complete', () => {
  it('show on page and list alike, each academy for itself', async () => {
    const id = await approved(transferFacts);
    expect(await states(id)).toEqual(['waiting', 'waiting']);
    await take(await heldUp(id));
    expect(await states(id)).toEqual(['held_up', 'held_up']);
    await take(created(id, '900201').event, rejected(id, '900202'));
    expect(await states(id)).toEqual(['created', 'rejected']);
  });

  it('repeated or in another order change nothing', async () => {
    const id = await approved(transferFacts);
    const { event: first } = created(id, '900201');
    const second = rejected(id, '900202');
    await take(second, first);
    await take(first, second, await heldUp(id));
    await take(second);
    expect(await states(id)).toEqual(['created', 'rejected']);
    expect(await database.all('select from handover_answer where project_id = ?', [id])).toHaveLength(3);
  });

  it('to an older attempt say nothing', async () => {
    const id = await approved();
    await take(rejected(id, '900123'));
    await again(id);
    expect(await states(id)).toEqual(['waiting']);
    await take(rejected(id, '900123', 1));
    expect(await states(id)).toEqual(['waiting']);
    await take(rejected(id, '900123', 2));
    expect(await states(id)).toEqual(['rejected']);
  });

  it('tell of a deletion, after which the project can be handed over again', async () => {
    const id = await approved();
    const { project, event: first } = created(id, '900123');
    const gone = event(CompleteProjectDeleted, id, { project: { ...project, state: 'deleted' }, by: context.by }, 2);
    await take(first);
    await take(gone);
    await take(first);
    expect(await states(id)).toEqual(['deleted']);
    expect((await again(id)).events).toHaveLength(1);
    expect(await states(id)).toEqual(['waiting']);
  });

  it('to an unreadable approval belong to the attempt whose approval they name', async () => {
    const id = await approved();
    const late = await heldUp(id, 1);
    await take(rejected(id, '900123'));
    await again(id);
    await take(late);
    expect(await states(id)).toEqual(['waiting']);
    await take(await heldUp(id, 2));
    expect(await states(id)).toEqual(['held_up']);
    await take({ ...late, id: v7(), value: { ...(late.value as object), approval: v7() } });
    expect(await database.all('select from handover_answer where project_id = ?', [id])).toHaveLength(3);
  });

  it('about a project that Prepare does not have are left alone', async () => {
    await take(rejected('1', '900123'), created('1', '900123').event);
    expect(await database.all(`select from handover_answer where project_id = '1'`)).toEqual([]);
  });

  it('keep every attempt on record', async () => {
    const id = await approved();
    await take(rejected(id, '900123'));
    await again(id);
    expect(
      await database.all('select attempt, urns from handover_attempt where project_id = ? order by attempt', [id]),
    ).toEqual([
      { attempt: 1, urns: ['900123'] },
      { attempt: 2, urns: ['900123'] },
    ]);
  });
});

describe('A handover as the tables tell it', () => {
  const have = ({ status, attempts, counted = attempts.length }: HandoverCase) =>
    database.orm.em.fork().transactional(async (em) => {
      for (const table of ['handover_answer', 'handover_attempt', 'project_academy'])
        await em.execute(`delete from ${table} where project_id = ?`, [caseProject]);
      await em.execute('delete from complete_project where prepare_id = ?', [caseProject]);
      await em.execute('delete from project where id = ?', [caseProject]);
      const facts = { ...anExampleTransfer, status, attempts: counted, academies: caseUrns.map((urn) => ({ urn })) };
      await em.insert(ProjectRow, { id: caseProject, version: 1, state: facts });
      for (const [index, urns] of attempts.entries()) {
        const [attempt, approvalId] = [index + 1, approvalOf(index + 1)];
        const row = { projectId: caseProject, attempt, approvalId, urns: [...urns], byName: 'R', at: new Date() };
        await em.insert(AttemptRow, row);
      }
      await saveHandoverStates(em, { facts, handover: noHandover });
    });
  const batches = (each: HandoverCase, size: number) => {
    const events = each.events.map(({ type, value }, index) =>
      event({ type }, caseProject, value as object, index + 1),
    );
    return Array.from({ length: Math.ceil(events.length / size) }, (_, at) => events.slice(at * size, (at + 1) * size));
  };

  it.each(handoverCases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    for (const size of [1, 500]) {
      await have(each);
      for (const events of batches(each, size)) await take(...events);
      if (each.events.length > 0) expect(Object.fromEntries(await listed(caseProject))).toEqual(each.states);
      expect(await shown(caseProject)).toEqual(each.states);
    }
  });
});
