import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fetchKafka } from './fetch-kafka.ts';
import { kafkaJars, readJars } from './jar-list.ts';

const words = 'a jar of sorts';
const checksum = createHash('sha256').update(words).digest('hex');
const jar = (name: string, sha256 = checksum) => ({ name, sha256, bytes: words.length, path: `org/example/${name}` });

describe('Fetching Kafka', () => {
  let server: Server, from: string, cache: string, asked: string[];

  beforeEach(async () => {
    asked = [];
    server = createServer(({ url }, answer) => {
      asked.push(url!);
      answer.end(words);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    from = `http://127.0.0.1:${(server.address() as AddressInfo).port}/maven2`;
    cache = mkdtempSync(path.join(tmpdir(), 'fetch-kafka-'));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
    rmSync(cache, { recursive: true });
  });

  it('fetches each jar once, and tells how far it is', async () => {
    const progress: number[] = [];
    const ask = {
      cache,
      from,
      jars: [jar('one.jar'), jar('two.jar')],
      onProgress: (fetched: number, total: number) => progress.push(fetched / total),
    };
    const folder = await fetchKafka(ask);
    await fetchKafka(ask);
    expect(asked.sort()).toEqual(['/maven2/org/example/one.jar', '/maven2/org/example/two.jar']);
    expect(progress).toEqual([0.5, 1]);
    expect(readFileSync(path.join(folder, 'one.jar'), 'utf8')).toBe(words);
  });

  it('keeps nothing whose checksum differs, and goes on from the others', async () => {
    const jars = [
      jar('good.jar'),
      jar(
        'changed.jar',
        checksum.replace(/^./, (first) => (first === '0' ? '1' : '0')),
      ),
    ];
    await expect(fetchKafka({ cache, from, jars })).rejects.toThrow('changed.jar is not the file that was expected');
    expect(readdirSync(path.join(cache, 'kafka-4.3.0'))).not.toContain('changed.jar');
  });

  it('says where it could not reach, and what to do', async () => {
    server.close();
    const failed = await fetchKafka({ cache, from, jars: [jar('one.jar')] }).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      message: expect.stringContaining('could not be fetched from 127.0.0.1'),
      wayOut: expect.stringContaining('KAFKA_BROKERS'),
    });
  });
});

describe('The list of jars', () => {
  it('names every jar of the broker once, with a checksum', () => {
    const jars = kafkaJars();
    expect(new Set(jars.map(({ name }) => name)).size).toBe(jars.length);
    expect(jars.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['kafka_2.13-4.3.0.jar', 'kafka-clients-4.3.0.jar', 'kafka-tools-4.3.0.jar']),
    );
    expect(jars.every(({ sha256, bytes }) => /^[0-9a-f]{64}$/.test(sha256) && bytes > 0)).toBe(true);
  });

  it('passes over remarks', () =>
    expect(readJars('# remark\nabc 12 org/a/a-1.jar\n')).toEqual([
      { sha256: 'abc', bytes: 12, path: 'org/a/a-1.jar', name: 'a-1.jar' },
    ]));
});
