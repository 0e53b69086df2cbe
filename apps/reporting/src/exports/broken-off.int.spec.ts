import { eventually } from '@academies/testing';
import { request } from 'node:http';
import { started } from '../examples/events.spec.ts';
import { aGround, type Ground } from '../examples/ground.spec.ts';
import { aConversion } from '../examples/states.spec.ts';

describe('A download that breaks off', () => {
  let ground: Ground;
  let cookie: string;

  beforeAll(async () => {
    ground = await aGround();
    for (let batch = 0; batch < 6; batch++) {
      const projects = Array.from({ length: 2_000 }, (_, index) => String(100_000 + batch * 2_000 + index));
      await ground.database.take(...projects.map((urn) => started(aConversion({ id: urn, academies: [{ urn }] }))));
    }
    const dale = await ground.as('dataConsumer');
    cookie = Object.entries(dale.cookies())
      .map((pair) => pair.join('='))
      .join('; ');
  }, 120_000);
  afterAll(() => ground.stop());

  /** Begins a download and reads its first block only. */
  const begun = () =>
    new Promise<{ destroy: () => void; ended: Promise<'whole' | 'cut'> }>((resolve, reject) => {
      const asking = request(new URL('/exports/all-data.csv', ground.url), { headers: { cookie } }, (response) => {
        const ended = new Promise<'whole' | 'cut'>((end) =>
          response.once('end', () => end('whole')).once('error', () => end('cut')),
        );
        response.once('readable', () => {
          response.read();
          resolve({
            destroy: () => asking.destroy(),
            ended: (async () => (setImmediate(() => response.resume()), ended))(),
          });
        });
      });
      asking.once('error', reject).end();
    });
  const copying = async () =>
    (
      await ground.database.client.query(
        "select pid from pg_stat_activity where datname = current_database() and query like 'copy%' and state = 'active'",
      )
    ).rows;
  const outcome = async () =>
    (await ground.database.client.query('select outcome, rows::int from download order by started_at desc limit 1'))
      .rows[0];

  it('because the reader has gone frees its connection, and is on record as that', async () => {
    const download = await begun();
    download.destroy();
    await eventually(async () => expect(await copying()).toEqual([]));
    await eventually(async () => expect((await outcome()).outcome).toBe('broken off'));
  });

  it('because the database fails never looks whole', async () => {
    const download = await begun();
    await eventually(async () => expect(await copying()).toHaveLength(1));
    await ground.database.client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'copy%' and state = 'active'",
    );
    expect(await download.ended).toBe('cut');
    expect((await fetch(`${ground.url}/exports`, { headers: { cookie, accept: 'text/html' } })).status).toBe(200);
  });

  it('is no harm to others: twenty at once all come whole', async () => {
    const files = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await fetch(`${ground.url}/exports/all-data.csv`, { headers: { cookie } });
        return [response.status, (await response.arrayBuffer()).byteLength];
      }),
    );
    expect(new Set(files.map(String)).size).toBe(1);
    expect(files[0]?.[0]).toBe(200);
  }, 60_000);
});
