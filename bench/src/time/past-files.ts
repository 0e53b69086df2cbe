import { personas, visitor } from '@academies/identity';
import type { System } from '@academies/testing/system';
import { download, type Download } from '../export/by-http.ts';
import { copyToClient } from '../export/copies.ts';
import { asking, fillRows, rowTable, sameRows } from '../export/fill-rows.ts';
import { watchMemory } from '../resources/processes.ts';
import type { Figure } from '../results/figure.ts';
import { percentile } from '../results/percentile.ts';

const rows = 100_000;
const rounds = 3;
const median = (values: readonly number[]) => percentile(values, 0.5);

/** In every row one cell in ten has changed since a position before all of the journal's; says how many cells that are. */
async function changeOneInTen(url: string, table: string): Promise<number> {
  const schema = table.slice(0, table.indexOf('.'));
  return asking(url, async (client) => {
    const { rows: found } = await client.query<{ name: string }>(
      `select attname as name from pg_attribute
        where attrelid = '${table}'::regclass and attnum > 0 and attname not in ('line_of_file', 'project_reference', 'link_to_prepare_project')
        order by attnum`,
    );
    const changed = found.filter((_, place) => place % 10 === 3).map(({ name }) => name);
    const pairs = (value: (name: string) => string) => changed.map((name) => `'${name}', ${value(name)}`).join(', ');
    await client.query(`delete from ${schema}.row_change`);
    // One position for all: a single event of the register can touch as many rows.
    await client.query(
      `insert into ${schema}.row_change (project_reference, position, old, new)
       select project_reference, (select max(position) from journal),
              json_build_object(${pairs((name) => `coalesce(${name}, '') || ' before'`)}), json_build_object(${pairs((name) => name)})
         from ${table}`,
    );
    await client.query(`vacuum analyze ${schema}.row_change`);
    return changed.length * rows;
  });
}

/** Files as at a past moment and of changes since, beside a COPY of the same cells as they are now; in turns. */
export async function pastFiles(system: System): Promise<Figure[]> {
  const url = system.databases.reporting.url;
  const table = await rowTable(url);
  await fillRows(url, table, rows);
  const cells = await changeOneInTen(url, table);
  const [last = 0] = await asking(url, async (client) =>
    (await client.query<{ position: string }>('select max(position) as position from journal')).rows.map(
      ({ position }) => Number(position),
    ),
  );
  const same = await sameRows(url, table);
  const consumer = visitor(system.at('reporting'));
  await consumer.signIn(personas.dataConsumer);
  const cookie = consumer.jar.getCookieStringSync(system.at('reporting'));
  const file = (query: string) => download(`${system.at('reporting')}/exports/all-data.csv?${query}`, cookie);
  const met: Record<'asAt' | 'unchanged' | 'changes', Download[]> = { asAt: [], unchanged: [], changes: [] };
  const copied: number[] = [];
  const grown: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const memory = watchMemory(system.services.reporting.pid);
    met.asAt.push(await file(`as_at=${last - 1}`));
    met.changes.push(await file(`since=${last - 1}`));
    grown.push(memory());
    met.unchanged.push(await file(`as_at=${last}`));
    copied.push(await copyToClient(url, same));
  }
  const copy = median(copied);
  const seconds = (which: keyof typeof met) => median(met[which].map((each) => each.seconds));
  const beside = (what: string, which: keyof typeof met, atMost: number): Figure => ({
    what: `${what}, beside COPY of the same cells`,
    seen: seconds(which) / copy,
    unit: 'times',
    aim: { atMost },
  });
  return [
    { what: 'rows that have changed', seen: rows, unit: 'rows' },
    { what: 'cells that have changed', seen: cells, unit: 'cells' },
    { what: 'COPY to a client that drops it', seen: copy, unit: 's' },
    { what: 'as at', seen: seconds('asAt'), unit: 's', aim: { atMost: 15 } },
    { what: 'changes since', seen: seconds('changes'), unit: 's', aim: { atMost: 15 } },
    beside('as at', 'asAt', 4),
    beside('changes since', 'changes', 4),
    beside('as at with nothing changed', 'unchanged', 1.2),
    {
      what: 'first byte of as at',
      seen: median(met.asAt.map(({ firstByteMs }) => firstByteMs)),
      unit: 'ms',
      aim: { atMost: 1_000 },
    },
    {
      what: 'memory growth, highest of all but the first round',
      seen: Math.max(...grown.slice(1)),
      unit: 'MB',
      aim: { atMost: 64 },
    },
  ];
}
