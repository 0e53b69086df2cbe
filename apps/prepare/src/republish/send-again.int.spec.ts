import { runProgram } from '@academies/testing/system';
import { haveApproved } from '../fixtures/approved.spec.ts';
import { type TestDatabase, testDatabase, transferFacts } from '../fixtures/test-database.spec.ts';

/** `npm run prepare:send-again -- …` */
const sendAgain = ({ url }: TestDatabase, ...words: string[]) =>
  runProgram('apps/prepare/dist/republish/send-again.js', { DATABASE_URL: url }, ...words);

describe('The command that sends approvals again', () => {
  let database: TestDatabase;
  let old: string;
  let fresh: string;
  beforeEach(async () => {
    database = await testDatabase('prepare_send_again');
    old = await haveApproved(database);
    fresh = await haveApproved(database, transferFacts);
    await database.all('update handover_attempt set at = clock_timestamp() where project_id = ?', [fresh]);
  });
  afterEach(() => database.drop());
  const approvals = async (id: string) =>
    database.all<{ attempt: number; by: string }>(
      `select (payload::jsonb ->> 'attempt')::int as attempt, payload::jsonb #>> '{by,email}' as by from outbox
        where key = ? and type = 'prepare.project.approved.v1' order by id`,
      [id],
    );

  it('sends those that have waited for an hour, by whom it says; --minutes has others waited for', async () => {
    expect(await sendAgain(database, '--by', 'ops@education.example')).toBe('1 approvals will be sent again\n');
    expect((await approvals(old)).map(({ attempt }) => attempt)).toEqual([1, 1]);
    expect((await approvals(old))[1]?.by).toBe('ops@education.example');
    expect(await approvals(fresh)).toHaveLength(1);
    expect(await sendAgain(database, '--by', 'ops@education.example', '--minutes', '0')).toMatch(/^2 /);
    expect(await approvals(fresh)).toHaveLength(2);
  });

  it("sends one project's, however long it waits", async () => {
    expect(await sendAgain(database, fresh, '--by', 'ops@education.example')).toMatch(/^1 /);
    expect([await approvals(old), await approvals(fresh)].map(({ length }) => length)).toEqual([1, 2]);
  });

  it('sends nothing without a name, and says how it is used', async () => {
    await expect(sendAgain(database)).rejects.toThrow(/ended with 1.*Say who sends them[^]*--by <e-mail address>/);
    expect(await approvals(old)).toHaveLength(1);
  });
});
