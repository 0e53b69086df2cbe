import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { groupRows } from '../demo/other-rows.ts';
import { type Row, schoolRow } from '../demo/school-row.ts';
import { schools } from '../demo/schools.ts';

const folder = mkdtempSync(join(tmpdir(), 'register-'));
let written = 0;

/** So many rows of the fictional register, or rows made of its first; each with a URN of its own. */
export const someSchools = (count: number): Row[] => {
  const rows = schools().slice(0, 500).map(schoolRow);
  return Array.from({ length: count }, (_, index) => ({ ...rows[index % rows.length], URN: String(100001 + index) }));
};
export const someTrusts = (count: number): Row[] => groupRows().slice(0, count);

/** Writes rows as GIAS does; answers with the path. */
export function fileOf(rows: Row[]): string {
  const headers = Object.keys(rows[0] as Row);
  const quoted = (cell = ''): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header]))];
  const path = join(folder, `${++written}.csv`);
  writeFileSync(
    path,
    iconv.encode(lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''), 'windows-1252'),
  );
  return path;
}
