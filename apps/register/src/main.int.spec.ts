import { eventually } from '@academies/testing';
import { type AnImporter, anImporter } from './examples/an-importer.ts';
import { build, command } from './examples/command.ts';
import { fileOf, someSchools } from './examples/sample-files.ts';

describe('The command', () => {
  let importer: AnImporter;
  beforeAll(build, 60_000);
  beforeEach(async () => void (importer = await anImporter()));
  afterEach(() => importer.close());
  const count = async (of: string) =>
    Number((await importer.ask<{ count: string }>(`select count(*) from ${of}`))[0]?.count);

  it('completes after a kill in the middle, and nothing is doubled', async () => {
    const file = fileOf(someSchools(15_000));
    const killed = command(importer, 'import', '--establishments', file);
    await eventually(async () => (await count('register_record')) >= 2000);
    killed.process.kill('SIGKILL');
    expect((await killed.ended).code).toBeNull();
    const taken = await count('register_record');
    expect(taken).toBeLessThan(15_000);
    expect(await count('outbox')).toBe(taken);

    const { code, output } = await command(importer, 'import', '--establishments', file).ended;
    expect(code).toBe(0);
    expect(output).toContain(
      `${(15_000 - taken).toLocaleString('en-GB')} new, 0 changed, ${taken.toLocaleString('en-GB')} unchanged`,
    );
    const published = await importer.published();
    expect(published).toHaveLength(15_000);
    expect(new Set(published).size).toBe(15_000);
  }, 60_000);

  it('ends with 0 though rows are bad, and shows how far it is', async () => {
    const rows = someSchools(10_500);
    rows[10] = { ...rows[10], URN: 'none' };
    const { code, output } = await command(importer, 'import', '--establishments', fileOf(rows)).ended;
    expect(output).toContain('establishments: 10,000 rows read');
    expect(output).toContain('establishments, line 12: URN is not six digits: none');
    expect(output).toContain('10,500 rows read: 10,499 new, 0 changed, 0 unchanged, 1 bad, 0 missing');
    expect(code).toBe(0);
  }, 60_000);

  it('ends with 1 and a word when a file is not there, or nothing is asked', async () => {
    const missing = await command(importer, 'import', '--groups', '/no/such.csv').ended;
    expect(missing).toEqual({
      code: 1,
      output: 'The file of groups cannot be read (/no/such.csv): there is no such file\n',
    });
    const nothing = await command(importer, 'import').ended;
    expect([nothing.code, nothing.output]).toEqual([1, expect.stringContaining('Name at least one file')]);
  });

  it('publishes everything again when asked', async () => {
    await importer.import({ establishments: fileOf(someSchools(700)) });
    expect((await command(importer, 'republish').ended).code).toBe(0);
    const again = (await importer.published()).slice(700);
    expect(again).toHaveLength(700);
    expect(again[0]).toBe('register.establishment.state-republished.v1 100001');
  }, 60_000);

  it('relays what others leave in the outbox, until it is told to stop', async () => {
    await importer.orm.em.fork().execute(
      `insert into outbox (event_id, topic, type, key, subject, sequence, payload, size)
       values (uuidv7(), 'register.trusts', 'register.trust.changed.v1', '1', 'trust/1', 1, '{}', 2)`,
    );
    const relay = command(importer, 'relay');
    await eventually(async () => (await importer.published()).length === 1);
    relay.process.kill('SIGTERM');
    expect((await relay.ended).code).toBe(0);
  }, 30_000);
});
