import { isDeepStrictEqual } from 'node:util';
import type { PreparedProject } from '@academies/contracts';
import { type TestDatabase, testDatabase } from '../fixtures/test-database.spec.ts';
import { changeProject } from '../project/projects.ts';
import { checkProject } from '../project/approval-check.ts';
import { context } from '../project/fixtures.spec.ts';
import { loadProject } from '../project/project.repository.ts';
import { changeFields } from '../project/change-fields.ts';
import { noAnswers, recordDecision } from './decision.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase('prepare_decisions')));
afterAll(() => database.drop());

const checks = { today: context.today, allowedDomains: ['education.gov.uk'] };
const answers = {
  ...noAnswers,
  ...({ outcome: 'approved', decidedBy: 'minister', deciderName: 'Imogen Vale', date: '2026-10-01' } as const),
};
const approve = (id: string, isOutdated?: (facts: PreparedProject) => boolean) =>
  changeProject(database.orm, { id, context, ...(isOutdated && { isOutdated }) }, async (project, em) =>
    recordDecision(project, { ...context, answers, broken: await checkProject(em, project.facts, checks) }),
  );
const eventsOf = (id: string) =>
  database
    .all<{ type: string }>('select type from outbox where key = ? order by id', [id])
    .then((rows) => rows.map(({ type }) => type).slice(2));
const read = (id: string) => loadProject(database.orm.em.fork(), id);

describe('An approval', () => {
  it('keeps decision, lock, attempt and events in one commit', async () => {
    const id = await database.have();
    await approve(id);
    expect(await read(id)).toMatchObject({
      facts: { status: 'approved', attempts: 1 },
      handover: { attempt: { number: 1, urns: ['900123'] } },
    });
    expect(await eventsOf(id)).toEqual(['prepare.decision.recorded.v1', 'prepare.project.approved.v1']);
    expect(await database.all('select number from decision where project_id = ?', [id])).toEqual([{ number: 1 }]);
    expect(await database.all('select handover_state from project_academy where project_id = ?', [id])).toEqual([
      { handover_state: 'waiting' },
    ]);
  });

  it('that fails at the end leaves nothing', async () => {
    const id = await database.have();
    const before = await read(id);
    await database.all(
      `alter table outbox add constraint no_more check (type not like '%approved%' or key <> '${id}')`,
    );
    await expect(approve(id)).rejects.toThrow('no_more');
    await database.all('alter table outbox drop constraint no_more');
    expect(await read(id)).toEqual(before);
    expect(await eventsOf(id)).toEqual([]);
    for (const table of ['decision', 'handover_attempt']) {
      expect(await database.all(`select from ${table} where project_id = ?`, [id])).toEqual([]);
    }
  });

  it('happens once, though two people send it at the same moment', async () => {
    const id = await database.have();
    const { facts: seen } = await read(id);
    const isOutdated = (facts: PreparedProject) => !isDeepStrictEqual(facts, seen);
    const results = await Promise.all([approve(id, isOutdated), approve(id, isOutdated)]);
    expect(results.filter(({ events }) => events)).toHaveLength(1);
    expect(results.flatMap(({ problems = [] }) => problems)).toMatchObject([
      { message: expect.stringContaining('Somebody else changed this project') },
    ]);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  it('is refused, with every rule, when the register does not know what the project says', async () => {
    const id = await database.have({
      academies: [{ urn: '999999' }],
      incomingTrust: { ukprn: '19999999', trn: null, name: null },
      assignedTo: null,
    });
    const { problems } = await approve(id);
    expect(problems?.map(({ field }) => field)).toEqual(['school', 'incoming-trust', 'assigned-to']);
    expect(await eventsOf(id)).toEqual([]);
  });

  it('of a project that was deleted in Complete looks so too', async () => {
    const id = await database.have({ academies: [{ urn: '900128' }] });
    await approve(id);
    await database.all(`update project_academy set handover_state = 'deleted' where project_id = ?`, [id]);
    const other = await database.have({ academies: [{ urn: '900128' }] });
    const { facts } = await read(id);
    expect(await checkProject(database.orm.em.fork(), facts, checks)).toMatchObject([{ project: other }]);
  });

  it('of a project that was declined looks whether another has taken the school', async () => {
    const id = await database.have({ status: 'declined', academies: [{ urn: '900129' }] });
    const other = await database.have({ academies: [{ urn: '900129' }] });
    expect((await approve(id)).problems).toMatchObject([{ message: expect.stringContaining(other) }]);
  });
});

describe('Two people at once', () => {
  it('do not overwrite each other: the second is told', async () => {
    const id = await database.have();
    const { facts: seen } = await read(id);
    const isOutdated = (facts: PreparedProject) => !isDeepStrictEqual(facts.assignedTo, seen.assignedTo);
    const assign = (name: string) =>
      changeProject(database.orm, { id, isOutdated, context }, (project) =>
        changeFields(project, {
          change: { assignedTo: { email: `${name}@education.gov.uk`, name } },
          by: context.by,
        }),
      );
    expect((await assign('First')).events).toHaveLength(1);
    expect((await assign('Second')).problems).toMatchObject([{ message: expect.stringContaining('Somebody else') }]);
    expect((await read(id)).facts.assignedTo?.name).toBe('First');
  });
});

describe('A group and a TRN', () => {
  it('are compared with other projects of Prepare', async () => {
    const formingAMat = (name: string) => ({
      formingAMat: true,
      incomingTrust: { ukprn: null, trn: 'TR90400', name },
      group: 'GRP_00000009',
    });
    await database.have({ academies: [{ urn: '900125' }], ...formingAMat('Three Rivers') });
    const other = await database.have({
      academies: [{ urn: '900126' }],
      ...formingAMat('Four Rivers'),
      incomingTrust: { ukprn: null, trn: 'TR90400', name: 'Four Rivers' },
    });
    expect((await approve(other)).problems).toMatchObject([{ field: 'incoming-trust' }]);
    const elsewhere = await database.have({ academies: [{ urn: '900127' }], group: 'GRP_00000009' });
    expect((await approve(elsewhere)).problems).toMatchObject([{ field: 'group' }]);
  });
});
