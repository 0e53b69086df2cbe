import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createArrayCsvStringifier } from 'csv-writer';
import pg from 'pg';
import { asking } from './fill-rows.ts';

/** A program: reads rows through a cursor, makes CSV of it with csv-writer, writes it to nowhere; says the seconds. */
const [url = '', select = ''] = process.argv.slice(2);
const atOnce = 1_000;

await asking(url, async (client: pg.Client) => {
  const out = createWriteStream('/dev/null');
  const csv = createArrayCsvStringifier({ recordDelimiter: '\r\n' });
  const begun = performance.now();
  await client.query('begin transaction isolation level repeatable read read only');
  await client.query(`declare everything no scroll cursor for ${select}`);
  for (;;) {
    const { rows } = await client.query<string[]>({ text: `fetch ${atOnce} from everything`, rowMode: 'array' });
    if (rows.length === 0) break;
    if (!out.write(csv.stringifyRecords(rows))) await once(out, 'drain');
  }
  await client.query('commit');
  out.end();
  await once(out, 'finish');
  console.log((performance.now() - begun) / 1000);
});
