import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { asking } from './fill-rows.ts';

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

/** PostgreSQL writes the table to /dev/null itself: nothing leaves the server. */
export const copyToDevNull = (url: string, rows: string) =>
  asking(url, (client) => seconds(() => client.query(`copy (${rows}) to '/dev/null' (format csv)`)));

/** PostgreSQL sends the table to a client that drops it, as `psql` does with /dev/null. */
export const copyToClient = (url: string, rows: string) =>
  asking(url, (client) =>
    seconds(() => {
      const nowhere = new Writable({ write: (_, __, done) => done() });
      return pipeline(client.query(copyTo(`copy (${rows}) to stdout (format csv)`)), nowhere);
    }),
  );

/** csv-writer in a process of its own. */
export const csvWriter = async (url: string, rows: string) =>
  Number(
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'csv-writer-from-cursor.js'), url, rows], {
      encoding: 'utf8',
    }),
  );
