import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import pg from 'pg';
import { fetchKafka } from '../kafka/fetch-kafka.ts';
import { findJava } from '../kafka/java.ts';
import { answers } from '../processes/ports.ts';
import { isAlive } from '../processes/process-table.ts';
import { localSettings } from '../settings/settings.ts';
import { findParts } from './find-parts.ts';
import type { Parts } from './parts.ts';

const settings = localSettings({ ...process.env, DATABASE_URL: '', KAFKA_BROKERS: '', BACKENDS: '' });

const ask = async ({ databaseUrl }: Parts, sql: string) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
};

const topics = async ({ brokers }: Parts, ...command: string[]) => {
  const jars = await fetchKafka({ cache: settings.ACADEMIES_CACHE, from: settings.MAVEN_MIRROR });
  const tool = ['-cp', `${jars}/*`, 'org.apache.kafka.tools.TopicCommand', '--bootstrap-server', brokers.join()];
  return spawnSync(findJava(settings.JAVA_HOME).command, [...tool, ...command], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
};

const pidOf = (dir: string, part: string) =>
  (JSON.parse(readFileSync(`${dir}/${part}/process.json`, 'utf8')) as { pid: number }).pid;

describe('Local PostgreSQL and Kafka', () => {
  let dir: string, parts: Parts;
  beforeAll(async () => {
    dir = mkdtempSync('/tmp/local-parts-');
    parts = await findParts({ dir }, settings);
  });
  afterAll(async () => {
    await parts.stop();
    rmSync(dir, { recursive: true });
  });

  it('run, and answer on the loopback', async () => {
    expect(await ask(parts, "select current_setting('listen_addresses') as listens")).toEqual([
      { listens: '127.0.0.1' },
    ]);
    expect(parts.brokers.join()).toMatch(/^127\.0\.0\.1:\d+$/);
    await topics(parts, '--create', '--topic', 'kept', '--partitions', '3');
    expect(await topics(parts, '--list')).toEqual(['kept']);
  });

  it('keep ports and data when they are stopped and started', async () => {
    await ask(parts, 'create table kept as select 1 as one');
    await parts.stop();
    const again = await findParts({ dir }, settings);
    expect([again.databaseUrl, again.brokers]).toEqual([parts.databaseUrl, parts.brokers]);
    parts = again;
    expect(await ask(parts, 'select one from kept')).toEqual([{ one: 1 }]);
    expect(await topics(parts, '--list')).toEqual(['kept']);
  });

  it('end what a killed run left behind, and keep its data', async () => {
    const left = [pidOf(dir, 'postgres'), pidOf(dir, 'kafka')];
    parts = await findParts({ dir }, settings);
    expect(left.map(isAlive)).toEqual([false, false]);
    expect(await ask(parts, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('survive kill -9', async () => {
    for (const part of ['postgres', 'kafka']) process.kill(pidOf(dir, part), 'SIGKILL');
    parts = await findParts({ dir }, settings);
    expect(await ask(parts, 'select one from kept')).toEqual([{ one: 1 }]);
    expect(await topics(parts, '--list')).toEqual(['kept']);
  });

  it('are gone when they are stopped', async () => {
    const pids = [pidOf(dir, 'postgres'), pidOf(dir, 'kafka')];
    await parts.stop();
    expect(pids.map(isAlive)).toEqual([false, false]);
    expect(await answers('127.0.0.1', Number(new URL(parts.databaseUrl).port))).toBe(false);
  });
});

describe('Parts that the environment names', () => {
  it('are used as they are, and not stopped by us', async () => {
    const parts = await findParts({ dir: '/nowhere' });
    expect([parts.databaseUrl, parts.brokers.join()]).toEqual([
      process.env['DATABASE_URL'],
      process.env['KAFKA_BROKERS'],
    ]);
    await parts.stop();
    expect(await ask(parts, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('that do not answer are told by name', async () => {
    const wrong = localSettings({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x', KAFKA_BROKERS: '127.0.0.1:1' });
    await expect(findParts({ dir: '/nowhere' }, wrong)).rejects.toThrow(
      'Nobody answers at 127.0.0.1:1, where DATABASE_URL points.',
    );
  });
});
