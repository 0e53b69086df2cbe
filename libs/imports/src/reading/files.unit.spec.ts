import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { columnsOf } from '../columns/column.ts';
import type { FileKind } from '../columns/file-kind.ts';
import { whole } from '../values/numbers.ts';
import { needed, text } from '../values/texts.ts';
import { openFile } from './open-file.ts';

interface Place {
  code: string;
  name: string | null;
  people: number | null;
}
const column = columnsOf<Place>();
const places: FileKind<Place> = {
  name: 'places',
  words: { one: 'place', many: 'places' },
  key: 'Code',
  columns: [column('Code', needed(text), 'code'), column('Name', text, 'name'), column('People', whole, 'people')],
};

const folder = mkdtempSync(join(tmpdir(), 'imports-'));
let files = 0;
const written = (content: string | Buffer): string => {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, content);
  return path;
};
const rowsOf = async (content: string | Buffer) => {
  const found = [];
  for await (const rows of (await openFile(places, written(content))).rows()) found.push(...rows);
  return found;
};
const namesOf = async (content: string | Buffer) =>
  (await rowsOf(content)).map((row) => ('state' in row ? row.state.name : 'problems' in row ? row.problems : null));

const file = 'Code,Name,People\r\n1,Môr,10\r\n2,Siân – “é”,20\r\n';

describe('A file', () => {
  it.each<[string, string | Buffer]>([
    ['UTF-8', file],
    ['UTF-8 with a mark', `\ufeff${file}`],
    ['windows-1252', iconv.encode(file, 'windows-1252')],
    ['line feeds', file.replaceAll('\r\n', '\n')],
    ['carriage returns alone', file.replaceAll('\r\n', '\r')],
    ['no end of its last line', file.trimEnd()],
    ['stray spaces and what nobody sees in its headings', file.replace('Code,Name', ' code\u200b , NAME ')],
    ['empty columns at its end', file.replaceAll('\r\n', ',,\r\n')],
  ])('is read with %s', async (_, content) => expect(await namesOf(content)).toEqual(['Môr', 'Siân – “é”']));

  it('in UTF-8 with one wrong byte loses that cell, and turns no other', async () => {
    const [before, after] = file.split('Môr') as [string, string];
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0x4d, 0xf4, 0x72]), Buffer.from(after)]);
    expect(await rowsOf(bytes)).toMatchObject([
      { line: 2, state: { name: null, people: 10 }, told: [expect.stringContaining('Name holds a byte')] },
      { line: 3, state: { name: 'Siân – “é”' }, told: [] },
    ]);
  });

  it.each<[string, string | Buffer, string]>([
    ['gzip', gzipSync(file), 'it is compressed (gzip). Unpack it first'],
    ['a zip', Buffer.from('PK\u0003\u0004rest'), 'it is a zip or a spreadsheet (xlsx)'],
    ['UTF-16', iconv.encode(file, 'utf-16le', { addBOM: true }), 'it is in UTF-16. Save it as "CSV UTF-8"'],
    ['UTF-16 without a mark', iconv.encode(file, 'utf-16be', { addBOM: false }), 'it is in UTF-16'],
    ['semicolons', file.replaceAll(',', ';'), 'its columns are separated by semicolons. Save it with commas'],
    ['tabs', file.replaceAll(',', '\t'), 'its columns are separated by tabs'],
    ['a title', `Places of 2027\r\n\r\n${file}`, 'it begins with a title: the headings are on line 3'],
    ['a column less', file.replace('People', 'Persons'), 'a column is missing: "People"'],
    ['one endless line', 'x'.repeat(3 << 20), 'its first line is longer than a mebibyte'],
    ['nothing', '', 'columns are missing: "Code", "Name", "People"'],
  ])('of %s is refused in one line', async (_, content, message) =>
    expect(openFile(places, written(content))).rejects.toThrow(message),
  );

  it('that is not there, or is a folder, is named', async () => {
    await expect(openFile(places, '/no/such.csv')).rejects.toThrow(
      'The file of places cannot be read (/no/such.csv): there is no such file',
    );
    await expect(openFile(places, folder)).rejects.toThrow('it is a folder');
  });

  it('loses one line to a quote that is never closed, in steady memory', async () => {
    const long = Array.from({ length: 400_000 }, (_, index) => `${index},Place number ${index} of many,${index % 999}`);
    const path = written(['Code,Name,People', '0,"never closed,1', ...long].join('\n'));
    const before = process.memoryUsage().rss;
    let [taken, most] = [0, 0];
    const bad: unknown[] = [];
    for await (const rows of (await openFile(places, path)).rows()) {
      for (const row of rows) {
        if ('problems' in row) bad.push(row);
        else taken++;
      }
      most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(bad).toEqual([{ line: 2, key: undefined, problems: ['a quote in it does not close'] }]);
    expect(taken).toBe(400_000);
    expect(most).toBeLessThan(300 << 20);
  });
});
