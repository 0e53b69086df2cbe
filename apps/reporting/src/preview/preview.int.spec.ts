import { parse } from 'csv-parse/sync';
import { personas, visitor } from '@academies/identity';
import { sqlOf } from '@academies/database';
import { Reading } from '../database/reading.ts';
import { ofRows, ofSearch, wordsOf } from '../filters/narrowing.ts';
import { projection } from '../fixtures/database.spec.ts';
import { approved, created, started, theRegister } from '../fixtures/events.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion, aTransfer } from '../fixtures/states.spec.ts';
import { aReportingService, fetchFile, type ReportingService } from '../fixtures/test-service.spec.ts';
import { applyBatch } from '../projector/projector.ts';
import { narrowColumns } from '../filters/narrow-row.ts';
import { choiceTable, rowTable } from '../read-model/tables.sql.ts';
import { reports } from '../reports/reports.table.ts';
import { Preview } from './preview.ts';

describe('What is seen of a file before it is taken', () => {
  let service: ReportingService;
  let reading: Reading;
  let preview: Preview;
  beforeAll(async () => {
    service = await aReportingService();
    reading = new Reading(service.database.url, 1);
    preview = new Preview(reading);
    await service.database.apply(
      ...theRegister,
      started(aConversion({ id: '1050', academies: [{ urn: '900555' }] })),
      approved(anApprovedConversion()),
      created(activeInComplete({ dateConfirmed: true })),
      approved(aTransfer()),
    );
  });
  afterAll(() => reading.onApplicationShutdown().then(() => service.stop()));

  const columns = [{ name: 'project_reference', heading: 'Reference' }];
  const order = ['c.significant_date', 'c.school_urn', 'c.project_reference'];
  const count = async (...where: string[]) => (await preview.of({ where, order }, columns)).total;

  it.each(reports.map((report) => [report.name, report] as const))(
    '%s: as many rows as in it, in its order',
    async (_, report) => {
      const somebody = visitor(service.url);
      await somebody.signIn(personas.dataConsumer);
      const period = report.period.required ? '?from=2000-01&to=2199-12' : '';
      const { bytes } = await fetchFile(service, somebody, `/exports/${report.name}.csv${period}`);
      const [, ...file] = parse(bytes, { bom: true }) as string[][];
      const dated = report.period.required ? [`c.${report.period.column} is not null`] : [];
      const narrowing = {
        where: [...ofRows(report.rows), ...dated],
        order: report.order.map((column) => `c.${column}`),
      };
      const { rows, total, columns: shown } = await preview.of(narrowing, report.columns);
      expect(total).toBe(file.length);
      expect(rows.map((row) => row.map((cell) => cell ?? ''))).toEqual(file.map((row) => row.slice(0, shown.length)));
    },
  );

  it('finds a row by parts of its names and by its numbers, whatever their case', async () => {
    const found = (search: string) => count(...ofSearch(wordsOf(search)));
    expect(await found('LARKMERE')).toBe(await found('larkmere'));
    expect(await found('lARKm')).toBeGreaterThan(0);
    expect(await found('900201')).toBe(1);
    expect(await found('larkmere nobody')).toBe(0);
    expect(await found('100%')).toBe(0);
  });

  it('looks at a row of the past as at one of now', async () => {
    const [now, then] = [choiceTable(projection.fingerprint), rowTable(projection.fingerprint)];
    for (const { name, type, sql } of narrowColumns) {
      const [was, is] = type === 'text[]' ? [`array_remove(${sql}, null)`, `c.${name}`] : [sql, `c.${name}::text`];
      const { rows } = await service.database.client.query(
        `select (select ${is} from ${now} c where c.project_reference = row.project_reference) as now, ${was} as past
           from ${then} as row`,
      );
      expect(rows.length).toBeGreaterThan(2);
      // A word that stands in two of its cells is there once, or twice: it is found all the same.
      const said = (value: string) => (name === 'words' ? [...new Set(value.split(' '))].join(' ') : value);
      for (const row of rows) expect([name, said(row.past)]).toEqual([name, said(row.now)]);
    }
  });

  it('follows a row that changes, and loses one that is gone', async () => {
    const all = await count();
    await service.database.apply(started(aConversion({ id: '1060', academies: [{ urn: '900777' }] })));
    expect(await count()).toBe(all + 1);
    await service.database.apply(started(aConversion({ id: '1060', academies: [] })));
    expect(await count()).toBe(all);
  });

  it('is not there while a read model of an earlier release serves, which takes events all the same', async () => {
    const { database } = service;
    await database.client.query(`update read_model set narrow = '[]'`);
    await database.client.query(`alter table ${choiceTable(projection.build)} rename to elsewhere`);
    await database.orm.em
      .fork()
      .transactional((em) =>
        applyBatch([started(aConversion({ id: '1070' }))], { ...projection, fingerprint: 'later' }, sqlOf(em)),
      );
    await expect(preview.count({ where: [], order })).rejects.toThrow('being built');
  });
});
