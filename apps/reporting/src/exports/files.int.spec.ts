import { anOfficer, EstablishmentChanged, PreparedProjectChanged } from '@academies/contracts';
import { eventually } from '@academies/testing';
import { request } from 'node:http';
import { createArrayCsvStringifier } from 'csv-writer';
import { parse } from 'csv-parse/sync';
import { gunzipSync } from 'node:zlib';
import { columns } from '../columns/columns.ts';
import { projection } from '../fixtures/database.spec.ts';
import { approved, received, created, started } from '../fixtures/events.spec.ts';
import { aReportingService, cookieOf, fetchFile, type ReportingService } from '../fixtures/test-service.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion, aSchool, aTransfer } from '../fixtures/states.spec.ts';
import { rowTable } from '../read-model/tables.sql.ts';

const bom = Buffer.from('\uFEFF');
const everything = '/exports/all-data.csv';
const letters = '/exports/rpa-sug-and-fa-letters.csv?from=2027-04&to=2027-04';

describe('A file', () => {
  let fixture: ReportingService;
  let dale: Awaited<ReturnType<ReportingService['as']>>;
  const file = (path: string, headers?: Record<string, string>) => fetchFile(fixture, dale, path, headers);

  beforeAll(async () => {
    fixture = await aReportingService();
    dale = await fixture.as('dataConsumer');
    await fixture.database.apply(
      received(EstablishmentChanged, {
        establishment: aSchool({
          name: '=cmd|"calc", the\r\nschool',
          telephone: '+44 1632 960001',
          establishmentNumber: '0042',
          localAuthority: { code: '011', name: 'Étoile, "Nord"' },
        }),
      }),
      approved(anApprovedConversion()),
      created(activeInComplete()),
      approved(aTransfer()),
      started(aConversion({ id: '7', academies: [{ urn: '900777' }], proposedDate: null })),
    );
  });
  afterAll(() => fixture.stop());

  it('has the very bytes that csv-writer writes for the same cells', async () => {
    const { rows } = await fixture.database.client.query(
      `select * from ${rowTable(projection.fingerprint)} order by significant_date nulls last, school_urn, project_reference`,
    );
    const writer = createArrayCsvStringifier({
      header: columns.map(({ heading }) => heading),
      recordDelimiter: '\r\n',
    });
    const oracle =
      writer.getHeaderString() + writer.stringifyRecords(rows.map((row) => columns.map(({ name }) => row[name])));
    expect((await file(everything)).bytes).toEqual(Buffer.concat([bom, Buffer.from(oracle)]));
    expect(rows.map((row) => row.project_reference)).toEqual(['1042/900123', '1043/900201', '1043/900202', '7/900777']);
  });

  it('is read back by any CSV reader: formulas are text, zeros stay, a cell may have two lines', async () => {
    const { bytes } = await file(`${everything}?bom=no&headings=names`);
    const [row] = parse(bytes, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(row).toMatchObject({
      school_name: '\'=cmd|"calc", the\nschool',
      school_telephone: "'+44 1632 960001",
      school_dfe_number: '011/0042',
      local_authority_code: '011',
      local_authority_name: 'Étoile, "Nord"',
      outgoing_trust_name: '',
      complete_state: 'active',
    });
  });

  it('is plain when told: without the apostrophe that a text was given, and with one that it had', async () => {
    await fixture.database.apply(
      started(aConversion({ id: '11', academies: [{ urn: '900780' }], assignedTo: { ...anOfficer, name: "'=Own" } })),
      started(aConversion({ id: '12', academies: [{ urn: '900781' }], assignedTo: { ...anOfficer, name: '=Own' } })),
    );
    const cells = async (more: string) => {
      const { bytes } = await file(`${everything}?headings=names${more}`);
      const rows = parse(bytes, { columns: true }) as Record<string, string>[];
      const of = (reference: string) => rows.find((row) => row['project_reference'] === reference) ?? {};
      return [
        of('1042/900123')['school_name'],
        of('1042/900123')['school_telephone'],
        ...['11/900780', '12/900781'].map((reference) => of(reference)['prepare_assigned_to_name']),
      ];
    };
    const school = '=cmd|"calc", the\nschool';
    expect(await cells('')).toEqual([`'${school}`, "'+44 1632 960001", "'=Own", "'=Own"]);
    expect(await cells('&formulas=plain')).toEqual([school, '+44 1632 960001', "'=Own", '=Own']);
  });

  it('says where it is described for programs: its own columns, under its own address', async () => {
    const path = `${letters}&contacts=all&headings=names`;
    const { headers, bytes } = await file(path);
    const [, described] =
      /^<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(headers.get('link') ?? '') ?? [];
    const answer = await file(described ?? '');
    expect(answer.headers.get('content-type')).toContain('application/csvm+json');
    const said = JSON.parse(answer.bytes.toString());
    expect(new URL(said.url, new URL(described ?? '', fixture.url)).href).toBe(new URL(path, fixture.url).href);
    const names = said.tableSchema.columns.map(({ name }: { name: string }) => name);
    expect(names).toEqual(parse(bytes)[0]);
    const column = (name: string) => said.tableSchema.columns.find((each: { name: string }) => each.name === name);
    expect(column('date_academy_opened')).toMatchObject({ datatype: { base: 'date' }, null: ['', 'unconfirmed'] });
    expect(column('risk_protection_arrangement')).toMatchObject({ datatype: 'string', null: ['', 'unconfirmed'] });
  });

  it('has its columns, with kinds and words, as a table and as JSON', async () => {
    const table = parse((await file('/exports/columns.csv')).bytes, { columns: true }) as Record<string, string>[];
    const list = JSON.parse((await file('/exports/columns.json')).bytes.toString()) as Record<string, unknown>[];
    expect(table.map(({ column, kind, words }) => [column, kind, words])).toEqual(
      list.map(({ name, kind, words }) => [name, kind, (words as string[]).join('; ')]),
    );
    expect(list.find(({ name }) => name === 'confirmed_conversion_date')).toMatchObject({
      kind: 'date',
      words: ['unconfirmed'],
    });
  });

  it('starts with a byte order mark unless told otherwise, and has machine headings when told', async () => {
    expect((await file(letters)).bytes.subarray(0, 3)).toEqual(bom);
    expect((await file(`${letters}&bom=no&headings=names`)).bytes.toString()).toMatch(
      /^school_urn,school_name,school_type/,
    );
  });

  it('says what it is, what it is called and how fresh it is', async () => {
    const { headers } = await file(letters);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="2027-04-01-2027-04-30_rpa_sug_and_fa_letters.csv"',
    );
    expect(headers.get('x-events-waiting')).toBe('0');
    expect(headers.get('x-projects-held-back')).toBe('0');
    expect(headers.get('x-as-of')).toBeTruthy();
  });

  it('has the rows of its period only, and its header also without any', async () => {
    expect(parse((await file(letters)).bytes, { bom: true })).toHaveLength(2);
    const none = (await file('/exports/rpa-sug-and-fa-letters.csv?from=2020-01&to=2020-12')).bytes;
    expect(parse(none, { bom: true })).toHaveLength(1);
  });

  it('has all contacts when asked', async () => {
    const { bytes } = await file(`${letters}&contacts=all&headings=names&bom=no`);
    expect(bytes.toString().split('\r\n')[0]).toMatch(/,managing_team,main_contact_phone,.*other_contact_phone$/);
  });

  it('travels packed, and is the same file', async () => {
    const cookie = cookieOf(dale);
    const packed = await new Promise<Buffer>((resolve, reject) => {
      request(new URL(everything, fixture.url), { headers: { cookie, 'accept-encoding': 'gzip' } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
      })
        .on('error', reject)
        .end();
    });
    expect(gunzipSync(packed)).toEqual((await file(everything, { 'accept-encoding': 'identity' })).bytes);
  });

  it('is on record: who, which, which filters, how many rows', async () => {
    await file(`${letters}&contacts=all`);
    await eventually(async () => {
      const { rows } = await fixture.database.client.query(
        'select by_email, report, filters, outcome, rows::int from download order by started_at desc limit 1',
      );
      expect(rows).toEqual([
        {
          by_email: 'dale.rowsworth@education.gov.uk',
          report: 'rpa-sug-and-fa-letters',
          filters: { from: '2027-04', to: '2027-04', contacts: 'all' },
          outcome: 'sent',
          rows: 1,
        },
      ]);
    });
  });

  it.each([
    ['/exports/rpa-sug-and-fa-letters.csv', 400, 'Enter the first month'],
    ['/exports/rpa-sug-and-fa-letters.csv?from=2027-05&to=2027-04', 400, 'same as or after'],
    ['/exports/rpa-sug-and-fa-letters.csv?from=2027-13&to=2027-13', 400, 'real month'],
    ['/exports/rpa-sug-and-fa-letters.csv?from=2027-05&from=2027-06&to=2027-07', 400, 'Give from once only'],
    ['/exports/all-data.csv?from=2027-04&to=2027-04&on=%27%3Bdrop%20table', 400, 'column with dates'],
    ['/exports/nonsense.csv?from=2027-04&to=2027-04', 404, 'no report called nonsense'],
  ])('is refused with a clear page: %s', async (path, status, message) => {
    const page = await dale.get(path);
    expect([page.status, page.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(page.text).toContain(message);
    const json = JSON.parse((await dale.get(`${path}${path.includes('?') ? '&' : '?'}json`)).text);
    expect(json).toMatchObject({ status, detail: expect.stringContaining(message) });
  });

  it('is a consistent snapshot while the projector writes', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      aConversion({
        id: String(5000 + index),
        academies: [{ urn: String(500000 + index) }],
        proposedDate: '2030-01-01',
      }),
    );
    await fixture.database.apply(...many.map(started));
    let writing = true;
    const writer = (async () => {
      for (let round = 1; writing; round++) {
        const proposedDecisionDate = `2026-${String((round % 9) + 1).padStart(2, '0')}-07`;
        await fixture.database.apply(
          ...many.map((project) =>
            received(PreparedProjectChanged, {
              project: { ...project, proposedDecisionDate },
              changed: ['x'],
              by: anOfficer,
            }),
          ),
        );
      }
    })();
    for (let take = 0; take < 10; take++) {
      const { bytes } = await file(`${everything}?from=2030-01&to=2030-01&bom=no&headings=names`);
      const rows = parse(bytes, { columns: true }) as Record<string, string>[];
      expect(rows).toHaveLength(300);
      expect(new Set(rows.map((row) => row['proposed_decision_date'])).size).toBe(1);
    }
    writing = false;
    await writer;
  });
});
