import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { approved, created, theRegister } from '../fixtures/events.spec.ts';
import { activeInComplete, anApprovedConversion, wholeConversion } from '../fixtures/states.spec.ts';
import { aReportingService, fetchFile, machines, type ReportingService } from '../fixtures/test-service.spec.ts';
import { recipes, withToken } from './recipes.table.ts';

const codeOf = (tool: string): string => recipes.find((each) => each.tool.startsWith(tool))?.code ?? '';

describe('A recipe of the help page', () => {
  let fixture: ReportingService;
  let bytes: Buffer;
  const folder = mkdtempSync(path.join(tmpdir(), 'recipes-'));
  const stored = (name: string) => path.join(folder, name);

  beforeAll(async () => {
    fixture = await aReportingService();
    const dale = await fixture.as('dataConsumer');
    const { apply } = fixture.database;
    await apply(...theRegister, approved(anApprovedConversion()), created(activeInComplete(wholeConversion)));
    bytes = (await fetchFile(fixture, dale, '/exports/all-data.csv?headings=names')).bytes;
    writeFileSync(stored('projects.csv'), bytes);
    writeFileSync(stored('projects.parquet'), (await fetchFile(fixture, dale, '/exports/all-data.parquet')).bytes);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await fixture.stop();
  });
  const read = () => parse(bytes, { bom: true, columns: true }) as Record<string, string>[];

  /** Runs it as a shell does; says so where a program is not there. */
  const inShell = async (code: string, env: Record<string, string> = {}): Promise<boolean> => {
    const [program = ''] = /\b(curl|psql)\b/.exec(code) ?? [];
    const has = await promisify(execFile)('sh', ['-c', `command -v ${program}`]).catch(() => undefined);
    if (!has) console.warn(`Not tried with ${program}, which is not here.`);
    else
      await promisify(execFile)('sh', ['-ec', code], { cwd: folder, env: { ...process.env, NO_PROXY: '*', ...env } });
    return has !== undefined;
  };

  it('is that of curl, with a token of its own', async () => {
    const { id, secret } = machines.everything;
    const env = { CLIENT_ID: id, CLIENT_SECRET: secret, TOKEN_URL: fixture.tokenUrl };
    const code = withToken({ PUBLIC_URL: fixture.url }).replace('report:all-data', 'reports');
    if (!(await inShell(code.replace('projects.csv', 'by-curl.csv'), env))) return;
    expect(readFileSync(stored('by-curl.csv'))).toEqual(bytes);
  });

  it('is that of csv-parse', () => {
    expect(codeOf('Node')).toBe('parse(bytes, { bom: true, columns: true })');
    expect(read()[0]).toMatchObject({ project_reference: '1042/900123', school_urn: '900123' });
  });

  it.each(['DuckDB', 'DuckDB, from Parquet'])(
    'is that of %s: zeros stay, dates are dates, money is money',
    async (tool) => {
      const database = await (await DuckDBInstance.create(':memory:')).connect();
      const code = codeOf(tool).replace(/'(projects\.\w+)'/, (_, name: string) => `'${stored(name)}'`);
      const rows = await database.runAndReadAll(
        `select school_urn, significant_date::varchar as day, grant_amount::varchar as amount from (${code})`,
      );
      const [first] = read();
      expect(rows.getRowObjects()).toEqual([
        {
          school_urn: first?.['school_urn'],
          day: first?.['significant_date'],
          amount: first?.['grant_amount'] || null,
        },
      ]);
      database.closeSync();
    },
  );

  it('is that of PostgreSQL, whose copy takes the names as they are', async () => {
    const client = new Client({ connectionString: fixture.database.url });
    await client.connect();
    const [first] = read();
    await client.query(
      `create temp table projects (${Object.keys(first ?? {})
        .map((name) => `${name} text`)
        .join(', ')})`,
    );
    const statement = codeOf('PostgreSQL').replace(/^\\copy (\w+) from '[^']+'/, 'copy $1 from stdin');
    await pipeline(Readable.from([bytes]), client.query(copyFrom(statement)));
    const { rows } = await client.query('select school_urn, significant_date::date::text as day from projects');
    expect(rows).toEqual([{ school_urn: first?.['school_urn'], day: first?.['significant_date'] }]);
    await client.query('create table projects as table pg_temp.projects with no data');
    const said = `psql --quiet "${fixture.database.url}" --command "${codeOf('PostgreSQL')}"`;
    if (await inShell(said))
      expect((await client.query('select school_urn from public.projects')).rows).toEqual([
        { school_urn: first?.['school_urn'] },
      ]);
    await client.end();
  });
});
