import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createObjectCsvStringifier } from 'csv-writer';
import iconv from 'iconv-lite';
import { authorityRows, constituencyRows, groupRows } from './other-rows.ts';
import { type Row, schoolRow } from './school-row.ts';
import { schools } from './schools.ts';

/** The files of the fictional register: how each is called, in which encoding, and its rows. */
const files = {
  establishments: { name: 'edubasealldata.csv', encoding: 'windows-1252', rows: () => schools().map(schoolRow) },
  groups: { name: 'allgroupsdata.csv', encoding: 'windows-1252', rows: groupRows },
  constituencies: { name: 'members-of-parliament.csv', encoding: 'utf8', rows: constituencyRows },
  localAuthorities: { name: 'local-authorities.csv', encoding: 'utf8', rows: authorityRows },
} as const;
export type DemoFiles = Readonly<Record<keyof typeof files, string>>;

/** Writes the fictional register to a folder, byte for byte the same on every machine; answers with the paths. */
export async function writeDemoFiles(folder: string): Promise<DemoFiles> {
  await mkdir(folder, { recursive: true });
  const paths = {} as Record<keyof typeof files, string>;
  for (const [key, { name, encoding, rows }] of Object.entries(files)) {
    const path = (paths[key as keyof typeof files] = join(folder, name));
    await writeFile(`${path}.part`, iconv.encode(csvOf(rows()), encoding));
    await rename(`${path}.part`, path);
  }
  return paths;
}

function csvOf(rows: Row[]): string {
  const header = Object.keys(rows[0] as Row).map((id) => ({ id, title: id }));
  const csv = createObjectCsvStringifier({ header, recordDelimiter: '\r\n' });
  return csv.getHeaderString() + csv.stringifyRecords(rows);
}
