import type { Transform } from 'node:stream';
import { constants, createGzip, createZstdCompress } from 'node:zlib';
import type { Work } from './format.worker.ts';

/** How bytes are packed, fast before small: a reader waits for the whole file. */
export const packings = {
  gzip: (): Transform => createGzip({ level: constants.Z_BEST_SPEED }),
  zstd: (): Transform => createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
} as const;
export type Packing = keyof typeof packings;

/** One form that a file can have; its name is how the file's name ends. */
export interface FileFormat {
  readonly title: string;
  readonly type: string;
  /** The file itself is packed; else it travels packed when whoever asks says so. */
  readonly packed?: Packing;
  /** Made from plain cells in a thread of its own. */
  readonly made?: Work['format'];
}

export const formats = {
  csv: { title: 'CSV', type: 'text/csv; charset=utf-8; header=present' },
  'csv.gz': { title: 'CSV, packed with gzip', type: 'application/gzip', packed: 'gzip' },
  'csv.zst': { title: 'CSV, packed with zstd', type: 'application/zstd', packed: 'zstd' },
  xlsx: {
    title: 'Excel workbook',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    made: 'xlsx',
  },
  parquet: { title: 'Parquet', type: 'application/vnd.apache.parquet', made: 'parquet' },
} as const satisfies Readonly<Record<string, FileFormat>>;
export type FormatName = keyof typeof formats;

/** Every other form of a CSV file, for a page that offers them: what it is called, how its name ends, and where it is. */
export const otherTypes = (csv = '') =>
  Object.entries(formats)
    .filter(([value]) => value !== 'csv')
    .map(([value, { title: text }]) => ({ text, value, href: csv.replace('.csv', `.${value}`) }));

/** The format at the end of a file's address: `all-data.csv.gz` is `csv.gz`. */
export const formatAt = (path: string): FormatName =>
  (Object.keys(formats) as FormatName[])
    .filter((name) => path.endsWith(`.${name}`))
    .sort((one, other) => other.length - one.length)[0] ?? 'csv';
