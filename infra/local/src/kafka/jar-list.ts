import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A jar that the broker needs: where Maven Central keeps it, and what it must be. */
export interface Jar {
  readonly sha256: string;
  readonly bytes: number;
  readonly path: string;
  readonly name: string;
}

/** Every jar of Apache Kafka 4.3.0, pinned; the list is written by infra/local/kafka-jars/write-list.sh. */
export const kafkaJars = (): Jar[] => readJars(readFileSync(path.join(import.meta.dirname, 'jars.txt'), 'utf8'));

/** Lines of checksum, size and path. */
export const readJars = (list: string): Jar[] =>
  list
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [sha256 = '', bytes, where = ''] = line.split(' ');
      return { sha256, bytes: Number(bytes), path: where, name: path.basename(where) };
    });
