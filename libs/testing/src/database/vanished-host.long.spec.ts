import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { lead, Session } from '@academies/database';
import { startPostgres, stateFolder } from '@academies/local';

const name = `cut${process.pid}`;
const [ours, theirs] = ['10.231.77.1', '10.231.77.2'];
const ip = (...args: string[]) => spawnSync('ip', args, { encoding: 'utf8' });
const inside = (...args: string[]) => ip('netns', 'exec', name, ...args);

const made = ip('netns', 'add', name);
/** Another host, whose cable can be pulled: only some systems let a test have one. */
const maybe = made.status === 0 ? it : it.skip;
const reason = made.status === 0 ? '' : ` (left out: no network namespace here, ${made.error?.message ?? made.stderr})`;

describe('A host that vanishes without a word', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let holder: ChildProcess;

  beforeAll(async () => {
    if (reason) return;
    ip('link', 'add', name, 'type', 'veth', 'peer', 'name', 'cable', 'netns', name);
    ip('addr', 'add', `${ours}/30`, 'dev', name);
    ip('link', 'set', name, 'up');
    inside('ip', 'addr', 'add', `${theirs}/30`, 'dev', 'cable');
    inside('ip', 'link', 'set', 'cable', 'up');
    const dir = path.join(stateFolder, 'vanished-host');
    server = await startPostgres({ dir, address: ours, durable: false });
    appendFileSync(path.join(dir, 'data/pg_hba.conf'), `host all all ${theirs}/32 scram-sha-256\n`);
    await Session.use(server.url, 'tests', async (session) => {
      await session.all('select pg_reload_conf()');
      await session.all('drop table if exists ledger');
      await session.all('create table ledger (line int)');
      await session.all('insert into ledger values (1)');
    });
  });
  afterAll(async () => {
    holder?.kill('SIGKILL');
    ip('netns', 'del', name);
    await server?.stop();
  });

  maybe(`frees its locks and rows within 30 seconds, and another leads${reason}`, async () => {
    const there = new URL(server.url);
    there.hostname = ours;
    const program = path.resolve(import.meta.dirname, '../../../database/src/fixtures/lock-holder.ts');
    const node = [process.execPath, '--experimental-transform-types', '--no-warnings', program, there.href];
    holder = spawn('ip', ['netns', 'exec', name, ...node], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(holder.stdout!, 'data')) as [Buffer];
    expect(said.toString()).toContain('holds both');

    inside('ip', 'link', 'set', 'cable', 'down');
    const cut = performance.now();
    const [leading, row] = await Promise.all([
      lead(server.url, 'the job', AbortSignal.timeout(60_000), { onTrouble: () => {} }),
      Session.use(server.url, 'tests', (session) => session.all('update ledger set line = 3 returning line')),
    ]);
    expect(leading).toBeDefined();
    expect(row).toEqual([{ line: 3 }]);
    expect(performance.now() - cut).toBeLessThan(30_000);
    await leading?.close();
  });
});
