import { openDatabase } from '@academies/database';
import { endOffsets } from '@academies/messaging';
import { eventually, freshDatabase } from '@academies/testing';
import getPort from 'get-port';
import { type AnImporter, anImporter } from './fixtures/an-importer.ts';
import { build, command, program } from './fixtures/command.ts';
import { fileOf, someSchools, someTrusts } from './fixtures/sample-files.ts';

describe('The command', () => {
  let importer: AnImporter;
  beforeAll(build);
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
  });

  it('ends with 0 though rows are bad, and shows how far it is', async () => {
    const rows = someSchools(10_500);
    rows[10] = { ...rows[10], URN: 'none' };
    const { code, output } = await command(importer, 'import', '--establishments', fileOf(rows)).ended;
    expect(output).toContain('establishments: 10,000 rows read');
    expect(output).toContain('establishments, line 12: URN is not six digits: none');
    expect(output).toContain('10,500 rows read: 10,499 new, 0 changed, 0 unchanged, 1 bad, 0 cells unknown, 0 missing');
    expect(code).toBe(0);
  });

  it('ends with 1 and a word when a file is not there, or nothing is asked', async () => {
    const missing = await command(importer, 'import', '--groups', '/no/such.csv').ended;
    expect(missing).toEqual({
      code: 1,
      output: expect.stringContaining('The file of groups cannot be read (/no/such.csv): there is no such file\n'),
    });
    const nothing = await command(importer, 'import').ended;
    expect([nothing.code, nothing.output]).toEqual([1, expect.stringContaining('Name at least one file')]);
  });

  it('ends with 1 when more than one row in twenty is bad, and takes the others', async () => {
    const rows = someSchools(19);
    rows[3] = { ...rows[3], EstablishmentName: '' };
    const { code, output } = await command(importer, 'import', '--establishments', fileOf(rows)).ended;
    expect([code, output]).toEqual([
      1,
      expect.stringContaining('5.3 % of the rows of the file of establishments are bad'),
    ]);
    expect(await importer.published()).toHaveLength(18);
  });

  it('ends with 1 when every row is bad', async () => {
    const rows = someSchools(2).map((row) => ({ ...row, URN: '12' }));
    const { code, output } = await command(importer, 'import', '--establishments', fileOf(rows)).ended;
    expect([code, output]).toEqual([1, expect.stringContaining('100.0 % of the rows')]);
  });

  it('says which database it fills, and stops before one that is no register', async () => {
    const file = fileOf(someSchools(1));
    const { output } = await command(importer, 'import', '--establishments', file).ended;
    expect(output).toMatch(/^The register is in the database "\w+" on /);
    const other = await freshDatabase('no_register');
    const orm = await openDatabase(other.url, { name: 'other', entities: [], migrations: [] });
    await orm.em.fork().execute('create table project (id int)');
    const refused = await command({ ...importer, database: other }, 'import', '--establishments', file).ended;
    expect([refused.code, refused.output]).toEqual([
      1,
      expect.stringContaining('is no register: it has other tables ('),
    ]);
    expect(await orm.em.fork().execute(`select to_regclass('register_record') as ours`)).toEqual([{ ours: null }]);
    await orm.close(true);
    await other.drop();
  });

  it('publishes everything again when asked', async () => {
    await importer.import({ establishments: fileOf(someSchools(700)) });
    expect((await command(importer, 'republish').ended).code).toBe(0);
    const again = (await importer.published()).slice(700);
    expect(again).toHaveLength(700);
    expect(again[0]).toBe('register.establishment.state-republished.v1 100001');
  });

  it('has a relay beside it: it publishes what others leave in the outbox, and says that nothing waits', async () => {
    await importer.orm.em.fork().execute(
      `insert into outbox (event_id, topic, type, key, subject, sequence, payload, size)
       values (uuidv7(), 'register.trusts', 'register.trust.changed.v1', '1', 'trust/1', 1, '{}', 2)`,
    );
    const port = await getPort();
    const relay = program(importer, 'relay/main.js', [], { PORT: String(port) });
    await eventually(async () => (await importer.published()).length === 1);
    await eventually(async () => (await fetch(`http://localhost:${port}/health/ready`)).ok);
    await eventually(async () => {
      const [end] = Object.values((await endOffsets(importer.kafka, ['watermarks']))['watermarks'] ?? {});
      expect(Number(end)).toBeGreaterThan(0);
    });
    const { code, output } = await command(importer, 'import', '--groups', fileOf(someTrusts(3))).ended;
    expect([code, output]).toEqual([0, expect.stringContaining('3 new')]);
    relay.process.kill('SIGTERM');
    expect((await relay.ended).code).toBe(0);
  });
});
