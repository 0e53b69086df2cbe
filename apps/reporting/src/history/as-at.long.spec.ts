import {
  anOfficer,
  CompleteProjectChanged,
  CompleteProjectDeleted,
  ConstituencyChanged,
  EstablishmentChanged,
  LocalAuthorityChanged,
  PreparedProjectChanged,
  PreparedProjectDeleted,
  TrustChanged,
} from '@academies/contracts';
import type { ReceivedEvent } from '@academies/messaging';
import { readRequest } from '../exports/parameters.table.ts';
import { chosenRows } from '../request/copy.ts';
import { aDatabase, type Database } from '../fixtures/database.spec.ts';
import { approved, created, received, started } from '../fixtures/events.spec.ts';
import { type Row, rowsAfter } from '../fixtures/rows.spec.ts';
import {
  aConstituency,
  aConversion,
  activeInComplete,
  anApprovedConversion,
  anAuthority,
  aSchool,
  aTrust,
} from '../fixtures/states.spec.ts';
import { after } from '../journal/journal.ts';
import { currentReadModel, type ReadModel } from '../read-model/read-model.ts';
import { reportAt } from '../reports/reports.table.ts';
import { rowsAsAt } from './as-at.sql.ts';
import { changesBetween } from './changes.sql.ts';

/** The same numbers at each run, so that what fails fails again (mulberry32). */
function numbers(seed: number) {
  return (below: number): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const projects = 9;

/** What may happen to a project, a school or a trust next: started, changed, approved, deleted, and again. */
function anything(some: (below: number) => number): ReceivedEvent {
  const index = some(projects);
  const id = String(7_000 + index);
  const urn = String(600_000 + index);
  const mine = { id, academies: [{ urn }], proposedDate: `2027-0${1 + some(9)}-01` };
  const theirs = activeInComplete({
    id: `01999c5e-7a10-7c3e-9b1a-00000000000${index}`,
    prepareId: id,
    urn,
    significantDate: `2027-0${1 + some(9)}-01`,
    state: (['inactive', 'active', 'completed'] as const)[some(3)] ?? 'active',
    advisoryBoardConditions: ['', '=1+1', 'Two\nlines, "quoted"'][some(3)] || null,
  });
  const kinds = [
    () => started(aConversion(mine)),
    () => received(PreparedProjectChanged, { project: aConversion(mine), changed: ['proposedDate'], by: anOfficer }),
    () => approved(anApprovedConversion(mine)),
    () => created(theirs),
    () => received(CompleteProjectChanged, { project: theirs, changed: ['significantDate'], by: anOfficer }),
    () => received(CompleteProjectDeleted, { project: { ...theirs, state: 'deleted' }, by: anOfficer }),
    () => received(PreparedProjectDeleted, { project: aConversion({ ...mine, deleted: true }), by: anOfficer }),
    () => received(EstablishmentChanged, { establishment: aSchool({ urn, name: `School ${some(50)}` }) }),
    () => received(TrustChanged, { trust: aTrust({ name: `Trust ${some(50)}` }) }),
    () => received(LocalAuthorityChanged, { localAuthority: anAuthority({ name: `Place ${some(9)}` }), by: null }),
    () => received(ConstituencyChanged, { constituency: aConstituency(some(2) ? {} : { mp: null }) }),
  ];
  return kinds[some(kinds.length)]!();
}

const byReference = (rows: readonly Row[]) =>
  Object.fromEntries(rows.map((row) => [row['project_reference'] as string, row] as const));

describe('The past', () => {
  const some = numbers(20261129);
  let database: Database;
  let model: ReadModel;
  const all = reportAt('all-data');
  const letters = readRequest(reportAt('rpa-sug-and-fa-letters'), { from: '2027-02', to: '2027-06' });

  beforeAll(async () => {
    database = await aDatabase();
    for (let batch = 0; batch < 40; batch++)
      await database.apply(...Array.from({ length: 1 + some(20) }, () => anything(some)));
    model = (await currentReadModel(database.session)) as ReadModel;
  });
  afterAll(() => database.drop());

  /** What the journal says, read again up to a position: nothing of history is asked. */
  const replayed = async (position: number) =>
    byReference(
      rowsAfter(...(await after(0, database.session, position)).map((event) => event as unknown as ReceivedEvent)),
    );
  const asAt = async (position: number, more = '') =>
    byReference(
      await database.session.all<Row>(
        `select ${model.columns.map(({ name }) => `"${name}"`).join(', ')} from ${rowsAsAt(model, position)} as row ${more}`,
      ),
    );

  const positions = () => Array.from({ length: 20 }, () => some(model.position + 1));

  it('as at 20 positions of the journal is, cell by cell, what the journal says up to there', async () => {
    let cells = 0;
    for (const position of positions()) {
      const rows = await replayed(position);
      expect([position, await asAt(position)]).toEqual([position, rows]);
      cells += Object.keys(rows).length * model.columns.length;
    }
    expect(cells).toBeGreaterThan(10_000);
  });

  it.each([
    ['every project', () => readRequest(all, { headings: 'names' })],
    ['a report with its filters and a period', () => ({ ...letters, names: true })],
  ])('and the changes since then make what it says later: %s', async (_, wanted) => {
    const request = wanted();
    for (const position of positions()) {
      const until = position + some(model.position - position + 1);
      const [before, after] = [await asAt(position, chosenRows(request)), await asAt(until, chosenRows(request))];
      const lines = await database.session.all<Record<string, string | null>>(
        changesBetween(request, { since: position, until }, model),
      );
      const gone = new Set<string>();
      const listed = (rows: typeof made) =>
        Object.fromEntries(
          Object.entries(rows).map(([reference, row]) => [
            reference,
            Object.fromEntries(request.columns.map(({ name }) => [name, row[name] ?? null])),
          ]),
        );
      const made: Record<string, Record<string, string | null>> = structuredClone(before);
      for (const { project_reference, change, column, old, new: now } of lines) {
        const row = (made[project_reference!] ??= {});
        expect([column, row[column!] ?? null]).toEqual([column, old]);
        row[column!] = now!;
        if (change === 'gone') gone.add(project_reference!);
      }
      for (const reference of gone) {
        expect(Object.values(listed(made)[reference]!).filter((cell) => cell !== null)).toEqual([]);
        delete made[reference];
      }
      expect([position, until, listed(made)]).toEqual([position, until, listed(after)]);
    }
  });
});
