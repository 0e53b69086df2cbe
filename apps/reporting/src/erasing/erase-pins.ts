import { createHash, randomUUID } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import type { Sql } from '@academies/database';
import type { Erased } from '@academies/erasing';
import { partsInto } from '../audit/pins.ts';
import { CellsWithout } from './cells-without.ts';

const pinsSql = {
  /** Those that were pinned before: a later one is of the read model that was made anew. */
  all: 'select name, parts from pin order by name',
  part: 'select content from pin_part where parts = $1 and part = $2',
  renew: 'update pin set parts = $2, sha256 = $3, erased_at = clock_timestamp() where name = $1',
  /** What no pin has: the former bytes, and those of a pin that was never finished. */
  forget: 'delete from pin_part where parts = $1',
};

/** Takes somebody out of every pinned file; a file that names them is packed anew, and has another hash. */
export async function erasePins(sql: Sql, erased: Erased): Promise<void> {
  for (const { name, parts } of await sql.all<{ name: string; parts: string }>(pinsSql.all)) {
    const making = randomUUID();
    const cells = new CellsWithout(erased);
    const hash = createHash('sha256');
    const seen = new Transform({
      transform: (chunk: Buffer, _, done) => {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    const packed = createGzip({ level: constants.Z_BEST_SPEED });
    await pipeline(Readable.from(bytesOf(parts, sql)), createGunzip(), cells, seen, packed, partsInto(making, sql));
    if (cells.changed > 0) await sql.all(pinsSql.renew, [name, making, hash.digest('hex')]);
    await sql.all(pinsSql.forget, [cells.changed > 0 ? parts : making]);
  }
}

async function* bytesOf(parts: string, sql: Sql) {
  for (let part = 0; ; part++) {
    const [found] = await sql.all<{ content: Buffer }>(pinsSql.part, [parts, part]);
    if (!found) return;
    yield found.content;
  }
}
