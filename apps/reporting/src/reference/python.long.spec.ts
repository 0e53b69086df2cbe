import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { approved, created, theRegister } from '../fixtures/events.spec.ts';
import { aPython, printed } from '../fixtures/python.spec.ts';
import { activeInComplete, anApprovedConversion, aTransfer, wholeConversion } from '../fixtures/states.spec.ts';
import { aReportingService, fetchFile, machines, type ReportingService } from '../fixtures/test-service.spec.ts';
import { reports } from '../reports/reports.table.ts';
import { recipes } from './recipes.table.ts';

const codeOf = (tool: string): string => recipes.find((each) => each.tool === tool)?.code ?? '';

/** As anybody who validates a file by its address, with a token: metadata are found by the file's own Link. */
const validate = `
import json, sys, urllib.request
class WithToken(urllib.request.Request):
    def __init__(self, *words, **named):
        super().__init__(*words, **named)
        self.add_header('Authorization', sys.argv[1])
urllib.request.Request = WithToken
from csvw import CSVW
found = {}
for url in sys.argv[2:]:
    try:
        checked = CSVW(url, validate=True)
        found[url] = [] if checked.is_valid and not checked.no_metadata else [str(w.message) for w in checked.warnings] or ['no metadata']
    except ValueError as wrong:
        found[url] = [str(wrong)]
print(json.dumps(found))
`;

// The validator takes a byte order mark for part of the first heading, so words come without.
const looks = ['bom=no', 'headings=names', 'contacts=all&bom=no', 'contacts=all&headings=names&formulas=plain'];

describe('Python', () => {
  let fixture: ReportingService;
  let python: string | undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'python-'));

  beforeAll(async () => {
    const found = await aPython();
    if ('missing' in found)
      return console.warn(`Not tried with Python, which needs python3 and PyPI: ${found.missing}`);
    python = found.python;
    fixture = await aReportingService();
    const { apply } = fixture.database;
    await apply(...theRegister, approved(anApprovedConversion()), created(activeInComplete(wholeConversion)));
    await apply(approved(aTransfer()));
    const file = await fetchFile(fixture, await fixture.as('dataConsumer'), '/exports/all-data.csv?headings=names');
    writeFileSync(path.join(folder, 'projects.csv'), file.bytes);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await fixture?.stop();
  });

  it('takes every report, in every look, for what its metadata say of it (csvw)', async () => {
    if (!python) return;
    const token = `Bearer ${await fixture.token(machines.everything, 'reports')}`;
    const urls = reports.flatMap(({ name, period }) =>
      looks.map(
        (look) =>
          `${fixture.url}/exports/${name}.csv?${[period.required ? 'from=2020-01&to=2030-12' : '', look].filter(Boolean).join('&')}`,
      ),
    );
    expect(await printed(python, validate, folder, token, ...urls)).toEqual(
      Object.fromEntries(urls.map((url) => [url, []])),
    );
  });

  it('reads it by the recipes: zeros stay, dates are dates, money is money (pandas, csv)', async () => {
    if (!python) return;
    const rows = parse(
      await fetchFile(fixture, await fixture.as('dataConsumer'), '/exports/all-data.csv?headings=names').then(
        ({ bytes }) => bytes,
      ),
      { columns: true },
    ) as Record<string, string>[];
    const program = `
import csv, json
import pandas as pd
${codeOf('Python, pandas')}
rows = list(${codeOf('Python, csv')})
print(json.dumps({
  'urns': list(d["school_urn"]), 'dates': str(d["significant_date"].dtype)[:10], 'money': str(d["grant_amount"].dtype),
  'day': str(d["significant_date"].dropna().iloc[0].date()), 'rows': rows,
}))`;
    expect(await printed(python, program, folder)).toEqual({
      urns: rows.map((row) => row['school_urn']),
      dates: 'datetime64',
      money: 'float64',
      day: rows.find((row) => row['significant_date'])?.['significant_date'],
      rows,
    });
  });
});
