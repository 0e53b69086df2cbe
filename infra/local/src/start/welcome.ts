import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../settings/settings.ts';
import { services } from './services.table.ts';

interface Somebody {
  readonly name: string;
  readonly email: string;
  readonly does: string;
}

const columns = (rows: readonly (readonly string[])[]): string[] => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd());
};

/** The last thing that a start prints: where to go, and who to be. */
export const welcome = (
  people: readonly Somebody[],
  parts: { databaseUrl: string; brokers: readonly string[] },
): string =>
  [
    '',
    ...columns(
      services
        .filter(({ pages }) => pages)
        .map(({ title, port, pages }) => [title, `http://localhost:${port}`, pages!]),
    ),
    '',
    'Sign in as (no password):',
    ...columns(people.map(({ name, does }) => [name, does])),
    '',
    ...columns([
      ['PostgreSQL', parts.databaseUrl],
      ['Kafka', parts.brokers.join(',')],
    ]),
    '  Logs        .local/logs',
    '',
    'Ctrl-C stops everything; the data stays. npm run reset removes it.',
  ].join('\n');

/** Everybody whom the development sign-in knows, as it was built just now. */
export async function personas(): Promise<readonly Somebody[]> {
  const table = pathToFileURL(path.join(root, 'infra/identity/dist/personas.table.js')).href;
  return ((await import(table)) as { allPersonas: readonly Somebody[] }).allPersonas;
}
