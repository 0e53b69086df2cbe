import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { proxyEnvironment } from './proxy.mjs';
import { inodes } from '../processes/port-owner.ts';
import { checkPorts } from './before-start.ts';
import { environmentFor } from './environment.ts';
import { isAlarming, lastLines, readable } from './log-lines.ts';
import { duration, showProgress } from './progress.ts';
import { acquireRunLock, runningHere } from './run-lock.ts';
import { databases, services } from './services.table.ts';
import { welcome } from './welcome.ts';

const parts = { databaseUrl: 'postgres://postgres:secret@127.0.0.1:5555/postgres', brokers: ['127.0.0.1:9999'] };

describe('A port in use', () => {
  it('is told before anything starts, with its owner and what to do', async () => {
    const server = createServer().listen(0);
    const { port } = server.address() as AddressInfo;
    const failed = checkPorts([{ port, title: 'Prepare' }]);
    await expect(failed).rejects.toThrow(`Port ${port}, which Prepare needs, is in use`);
    await expect(failed).rejects.toMatchObject({ wayOut: expect.stringMatching(/start again/) });
    server.close();
  });

  it('is found in the table of the system', () => {
    const table =
      'sl local rem st\n 0: 0100007F:0BB9 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4711 1';
    expect([inodes(table, 3001), inodes(table, 3002)]).toEqual([['socket:[4711]'], []]);
  });
});

describe('Who runs here', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'run-lock-'));
  const mark = path.join(folder, 'run.json');

  it('is nobody when the mark is what a power cut left of it, and a start writes it anew', () => {
    const told = jest.spyOn(console, 'log').mockReturnValue();
    writeFileSync(mark, '\0'.repeat(12));
    expect(runningHere(folder)).toBeUndefined();
    expect(told.mock.calls).toEqual([[`${mark} cannot be read and is written anew`]]);
    acquireRunLock(folder);
    expect(JSON.parse(readFileSync(mark, 'utf8'))).toEqual({ pid: process.pid });
    told.mockRestore();
  });

  it('is nobody when the process of the mark is another program by now', () => {
    const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    writeFileSync(mark, JSON.stringify({ pid: other.pid }));
    expect(runningHere(folder)).toBeUndefined();
    other.kill();
  });
});

describe('A proxy', () => {
  it('is asked for downloads only, never for this machine', () => {
    expect(proxyEnvironment({})).toEqual({});
    const all = 'intranet.example,localhost,127.0.0.1,::1';
    expect(proxyEnvironment({ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'intranet.example, localhost' })).toEqual({
      NODE_USE_ENV_PROXY: '1',
      NO_PROXY: all,
      no_proxy: all,
    });
  });
});

describe('A service', () => {
  it('is told its own database, and no proxy that is meant for downloads', () =>
    expect(environmentFor(services[4], parts, { PATH: '/bin', NODE_USE_ENV_PROXY: '1' })).toEqual({
      PATH: '/bin',
      NODE_ENV: 'development',
      NODE_COMPILE_CACHE: expect.stringContaining('.local'),
      PORT: '3004',
      DATABASE_URL: 'postgres://postgres:secret@127.0.0.1:5555/complete',
      KAFKA_BROKERS: '127.0.0.1:9999',
    }));

  it('has a port of its own and a database that is created', () => {
    expect(new Set(services.map(({ port }) => port)).size).toBe(services.length);
    for (const { database } of services) if (database) expect(databases).toContain(database);
  });
});

describe('What a person reads', () => {
  it('is a line a step with its duration', async () => {
    const written: string[] = [];
    const { step } = showProgress({ write: (text) => written.push(text) });
    expect(await step('PostgreSQL', async () => 'up')).toBe('up');
    expect(written.join('')).toMatch(/^ {2}PostgreSQL +0\.\d s\n$/);
  });

  it('is duration in words', () => expect([duration(1234), duration(185_000)]).toEqual(['1.2 s', '3 min 5 s']));

  it('is a log line without its JSON', () =>
    expect(
      readable('{"level":"error","time":"2026-01-05T10:20:30.000Z","msg":"Failed","err":{"message":"no such table"}}'),
    ).toBe('10:20:30 error Failed (no such table)'));

  it('is only what alarms, while all runs', () => {
    expect(isAlarming('{"level":"error","msg":"x"}')).toBe(true);
    expect(isAlarming('{"level":"info","msg":"An error was corrected"}')).toBe(false);
    expect(isAlarming('TypeError: x is not a function')).toBe(true);
  });

  it('is the end of the log of what ended', () => expect(lastLines('one\ntwo\nthree\n', 2)).toBe('    two\n    three'));

  it('is at last where to go and whom to be', () => {
    const words = welcome([{ name: 'Dara Officerly', email: 'd@x', does: 'Prepares projects' }], parts);
    for (const said of [
      'http://localhost:3001',
      'http://localhost:3003',
      'Dara Officerly  Prepares projects',
      '127.0.0.1:9999',
      'npm run reset',
    ])
      expect(words).toContain(said);
  });
});
