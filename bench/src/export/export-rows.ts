import { personas, visitor } from '@academies/identity';
import type { System } from '@academies/testing/system';
import { watchMemory } from '../resources/processes.ts';
import type { Figure } from '../results/figure.ts';
import { percentile } from '../results/percentile.ts';
import { download, type Download } from './by-http.ts';
import { copyToClient, copyToDevNull, csvWriter } from './copies.ts';
import { fillRows, rowTable, sameRows } from './fill-rows.ts';

const rows = 100_000;
const rounds = 7;
const median = (values: readonly number[]) => percentile(values, 0.5);

/** All columns of 100,000 rows over HTTP, beside COPY and csv-writer; in turns, so that each meets the same weather. */
export async function exportRows(system: System): Promise<Figure[]> {
  const url = system.databases.reporting.url;
  const table = await rowTable(url);
  await fillRows(url, table, rows);
  const same = await sameRows(url, table);
  const consumer = visitor(system.at('reporting'));
  await consumer.signIn(personas.dataConsumer);
  const cookie = consumer.jar.getCookieStringSync(system.at('reporting'));
  const address = `${system.at('reporting')}/exports/all-data.csv`;

  const [http, server, client, library, grown]: [Download[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  for (let round = 0; round < rounds; round++) {
    const memory = watchMemory(system.services.reporting.pid);
    http.push(await download(address, cookie));
    grown.push(memory());
    server.push(await copyToDevNull(url, same));
    client.push(await copyToClient(url, same));
    if (round % 3 === 0) library.push(await csvWriter(url, same));
  }
  const own = median(http.map(({ seconds }) => seconds));
  const ratio = (what: string, seen: number, atLeast?: number): Figure => ({
    what,
    seen,
    unit: 'times',
    ...(atLeast && { aim: { atLeast } }),
  });
  return [
    { what: 'over HTTP', seen: rows / own, unit: 'rows/s' },
    { what: 'over HTTP', seen: median(http.map(({ bytes }) => bytes)) / own / 2 ** 20, unit: 'MB/s' },
    { what: 'first byte', seen: median(http.map(({ firstByteMs }) => firstByteMs)), unit: 'ms' },
    { what: 'memory growth, first download', seen: grown[0] ?? NaN, unit: 'MB', aim: { atMost: 64 } },
    {
      what: 'memory growth, highest of the later ones',
      seen: Math.max(...grown.slice(1)),
      unit: 'MB',
      aim: { atMost: 64 },
    },
    { what: 'COPY to /dev/null in the server', seen: rows / median(server), unit: 'rows/s' },
    { what: 'COPY to a client that drops it', seen: rows / median(client), unit: 'rows/s' },
    { what: 'csv-writer from a cursor', seen: rows / median(library), unit: 'rows/s' },
    ratio('HTTP beside COPY to /dev/null in the server', median(server) / own, 0.9),
    ratio('HTTP beside COPY to a client that drops it', median(client) / own, 0.9),
    ratio('HTTP beside csv-writer', median(library) / own, 5),
  ];
}
