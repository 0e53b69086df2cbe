import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { anOfficer, EstablishmentChanged } from '@academies/contracts';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { columns } from '../columns/columns.ts';
import { approved, created, received, started, theRegister } from '../fixtures/events.spec.ts';
import {
  aConversion,
  activeInComplete,
  anApprovedConversion,
  aSchool,
  aTransfer,
  aTransferInComplete,
  wholeConversion,
  wholeTransfer,
} from '../fixtures/states.spec.ts';
import { aReportingService, fetchFile, type ReportingService } from '../fixtures/test-service.spec.ts';

type Cells = Record<string, string>;
const awkward = '=1+1; "<&>" _x0041_ \u{1F393}\r\nÉ\ttab, and\\N';

describe('A file in another form', () => {
  let fixture: ReportingService;
  let dale: Awaited<ReturnType<ReportingService['as']>>;
  let plain: Cells[];
  const folder = mkdtempSync(path.join(tmpdir(), 'formats-'));
  const file = (ending: string, headers?: Record<string, string>) =>
    fetchFile(fixture, dale, `/exports/all-data.${ending}`, headers);

  beforeAll(async () => {
    fixture = await aReportingService();
    dale = await fixture.as('dataConsumer');
    await fixture.database.apply(
      ...theRegister,
      received(EstablishmentChanged, { establishment: aSchool({ name: awkward, telephone: '+44 1632 960001' }) }),
      approved(anApprovedConversion()),
      created(activeInComplete(wholeConversion)),
      approved(aTransfer()),
      created(aTransferInComplete(wholeTransfer)),
      started(aConversion({ id: '7', academies: [{ urn: '900777' }], assignedTo: { ...anOfficer, name: "'=Own" } })),
    );
    plain = parse((await file('csv?headings=names&formulas=plain')).bytes, { columns: true });
    expect(plain).toHaveLength(4);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await fixture.stop();
  });

  it.each([
    ['csv.gz', 'application/gzip', gunzipSync],
    ['csv.zst', 'application/zstd', zstdDecompressSync],
  ])('is the same CSV file when its name ends in %s', async (ending, type, unpacked) => {
    const packed = await file(ending);
    expect([packed.headers.get('content-type'), packed.headers.get('content-encoding')]).toEqual([type, null]);
    expect(packed.headers.get('content-disposition')).toMatch(new RegExp(`_all_data\\.${ending}"$`));
    expect(unpacked(packed.bytes)).toEqual((await file('csv')).bytes);
  });

  it('travels packed with zstd to whoever takes that', async () => {
    const { headers } = await file('csv', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect([headers.get('content-encoding'), headers.get('etag')]).toEqual(['zstd', expect.stringMatching(/-zstd"$/)]);
  });

  it('has in Excel the cells of the plain CSV file: dates are dates, identifiers text, the header stays in sight', async () => {
    const workbook = new exceljs.Workbook();
    const { bytes } = await file('xlsx?headings=names');
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const sheet = workbook.worksheets[0] as exceljs.Worksheet;
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toMatch(/^A1:[A-Z]+5$/);
    expect((sheet.getRow(1).values as string[]).slice(1)).toEqual(columns.map(({ name }) => name));
    const said = (value: exceljs.CellValue, kind: string): string => {
      if (value === null || value === undefined) return '';
      if (value instanceof Date) return value.toISOString().slice(0, 10);
      return typeof value === 'number' && kind === 'money' ? value.toFixed(2) : String(value);
    };
    plain.forEach((cells, row) => {
      columns.forEach(({ name, kind }, column) => {
        const { value } = sheet.getCell(row + 2, column + 1);
        expect([name, said(value, kind)]).toEqual([name, cells[name]?.replaceAll('_x0041_', '_x005F_x0041_')]);
        if (kind === 'identifier' && value !== null) expect([name, typeof value]).toEqual([name, 'string']);
        if (/^\d{4}-/.test(cells[name] ?? '')) expect([name, value]).toEqual([name, expect.any(Date)]);
      });
    });
  });

  it('has in Parquet typed values, or a word beside them: the cells of the plain CSV file', async () => {
    const stored = path.join(folder, 'all.parquet');
    writeFileSync(stored, (await file('parquet')).bytes);
    const database = await (await DuckDBInstance.create(':memory:')).connect();
    const types = await database.runAndReadAll(`describe select * from '${stored}'`);
    const typeOf = Object.fromEntries(
      types.getRowObjects().map(({ column_name, column_type }) => [column_name, column_type]),
    );
    expect(typeOf).toMatchObject({
      significant_date: 'DATE',
      confirmed_conversion_date: 'DATE',
      confirmed_conversion_date_word: 'VARCHAR',
      grant_amount: 'DECIMAL(18,2)',
      proposed_capacity_reception_to_year_6: 'INTEGER',
      two_requires_improvement: 'BOOLEAN',
      school_urn: 'VARCHAR',
    });
    const said = columns.map(({ name, kind, words }) => {
      const value =
        kind === 'yes or no' ? `case ${name} when true then 'yes' when false then 'no' end` : `${name}::varchar`;
      return `coalesce(${words.length > 0 ? `${name}_word, ` : ''}${value}, '') as ${name}`;
    });
    const read = await database.runAndReadAll(`select ${said.join(', ')} from '${stored}'`);
    expect(read.getRowObjects()).toEqual(plain);
    database.closeSync();
  });
});
