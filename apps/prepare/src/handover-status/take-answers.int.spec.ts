import {
  anExampleCompleteProject,
  CompleteProjectDeleted,
  HandoverHeldUp,
  HandoverRejected,
  ProjectCreated,
  type PreparedProject,
} from '@academies/contracts';
import type { ReceivedEvent } from '@academies/messaging';
import { v7 } from 'uuid';
import { noAnswers } from '../decisions/decision-answers.ts';
import { recordDecision } from '../decisions/record-decision.ts';
import { changeProject } from '../projects/change-project.ts';
import { occasion } from '../projects/examples.spec.ts';
import { loadProject } from '../projects/load-project.ts';
import { type TestDatabase, testDatabase, transferFacts } from '../testing-ground/test-database.spec.ts';
import { academiesOf } from './academies-of.ts';
import { handOverAgain } from './hand-over-again.ts';
import { takeAnswers } from './take-answers.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase('prepare_answers')), 60_000);
afterAll(() => database.drop());

const answers = { ...noAnswers, ...({ outcome: 'approved', decidedBy: 'none', date: '2026-10-01' } as const) };
const approved = async (facts?: Partial<PreparedProject>) => {
  const id = await database.have(facts);
  await changeProject(database.orm, { id, occasion }, (project) =>
    recordDecision(project, { ...occasion, answers, broken: [] }),
  );
  return id;
};
const again = (id: string) =>
  changeProject(database.orm, { id, occasion }, (project) => handOverAgain(project, occasion));
const event = (type: { type: string }, key: string, value: object, sequence = 1): ReceivedEvent => ({
  ...{ id: v7(), type: type.type, source: 'complete', time: occasion.at, subject: key, sequence, key },
  ...{ topic: 'complete.projects', partition: 0, offset: '0', value },
});
const created = (id: string, urn: string, attempt = 1) => {
  const project = { ...anExampleCompleteProject, id: v7(), prepareId: id, urn };
  return { project, event: event(ProjectCreated, id, { project, attempt }) };
};
const rejected = (id: string, urn: string, attempt = 1) =>
  event(HandoverRejected, id, {
    ...{ prepareId: id, urn, attempt, at: occasion.at },
    reasons: [{ rule: 'school-is-open', message: 'The school is closed', mendedOn: 'school' }],
  });
const heldUp = (id: string) => event(HandoverHeldUp, id, { prepareId: id, urn: null, attempt: null, at: occasion.at });
const take = (...events: ReceivedEvent[]) => database.orm.em.fork().transactional((em) => takeAnswers(em, events));
const states = async (id: string) => {
  const shown = academiesOf(await loadProject(database.orm.em.fork(), id)).map(({ state }) => state);
  const listed = await database.all<{ s: string }>(
    'select handover_state as s from project_academy where project_id = ? order by position',
    [id],
  );
  expect(listed.map(({ s }) => s)).toEqual(shown);
  return shown;
};

describe('Answers of Complete', () => {
  it('show on page and list alike, each academy for itself', async () => {
    const id = await approved(transferFacts);
    expect(await states(id)).toEqual(['waiting', 'waiting']);
    await take(heldUp(id));
    expect(await states(id)).toEqual(['held_up', 'held_up']);
    await take(created(id, '900201').event, rejected(id, '900202'));
    expect(await states(id)).toEqual(['created', 'rejected']);
  });

  it('repeated or in another order change nothing', async () => {
    const id = await approved(transferFacts);
    const { event: first } = created(id, '900201');
    const second = rejected(id, '900202');
    await take(second, first);
    await take(first, second, heldUp(id));
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
    const gone = event(CompleteProjectDeleted, id, { project: { ...project, state: 'deleted' }, by: occasion.by }, 2);
    await take(first);
    await take(gone);
    await take(first);
    expect(await states(id)).toEqual(['deleted']);
    expect((await again(id)).events).toHaveLength(1);
    expect(await states(id)).toEqual(['waiting']);
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
