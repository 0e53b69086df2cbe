import {
  anExampleEstablishment,
  anExampleTrust,
  EstablishmentChanged,
  type PreparedProject,
  TrustChanged,
} from '@academies/contracts';
import { applyRegisterEvents } from '@academies/register';
import { freshDatabase } from '@academies/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { openDatabase } from '../database/orm.ts';
import { occasion } from '../projects/examples.spec.ts';
import { keepEvents } from '../projects/keep-events.ts';
import { startProject } from '../projects/start-project.ts';
import { prepareEvent } from '../projects/prepare-event.ts';
import { PreparedProjectChanged } from '@academies/contracts';

export const joined = anExampleTrust;
export const left = { ...anExampleTrust, groupUid: '9077', ukprn: '19000077', trn: 'TR90077', name: 'Old Mill Trust' };
const academyOf = (urn: string, name: string) => ({
  ...anExampleEstablishment,
  ...{ urn, name, ukprn: null },
  type: { code: '34', name: 'Academy converter' },
  trust: { code: left.groupUid, name: left.name },
});

/** Schools 900123 to 900129 are maintained, 900201 and 900202 are academies of the trust that is left. */
const schools = [
  ...['900123', '900124', '900125', '900126', '900127', '900128', '900129'].map((urn) => ({
    ...anExampleEstablishment,
    ...{ urn, ukprn: null, name: `Larkmere Primary School ${urn.slice(3)}` },
  })),
  academyOf('900201', 'Mill Lane Academy'),
  academyOf('900202', 'Weir Academy'),
];

export interface TestDatabase {
  readonly url: string;
  readonly orm: MikroORM;
  /** Stores a project as its rule starts it, changed like this. */
  have(facts?: Partial<PreparedProject>): Promise<string>;
  all<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A database with all tables, a small register and no projects. */
export async function testDatabase(name = 'prepare'): Promise<TestDatabase> {
  const database = await freshDatabase(name);
  const orm = await openDatabase(database.url);
  const register = [
    ...schools.map((establishment) => ({ type: EstablishmentChanged.type, value: { establishment } })),
    ...[joined, left].map((trust) => ({ type: TrustChanged.type, value: { trust } })),
  ];
  await orm.em.fork().transactional((em) =>
    applyRegisterEvents(
      register.map((event) => ({ ...event, sequence: 1 })),
      em,
    ),
  );
  return {
    url: database.url,
    orm,
    have: (facts = {}) => orm.em.fork().transactional((em) => store(em, facts)),
    all: <Row>(sql: string, parameters: unknown[] = []) => orm.em.fork().execute<Row[]>(sql, parameters),
    drop: async () => {
      await orm.close(true);
      await database.drop();
    },
  };
}

async function store(em: MikroORM['em'], facts: Partial<PreparedProject>): Promise<string> {
  const [next] = await em.execute<{ id: string }[]>(`select nextval('project_number')::text as id`);
  const id = (next as { id: string }).id;
  const { events } = startProject(undefined, {
    ...occasion,
    ...{ id, kind: 'conversion', route: 'voluntary', urns: ['900123'], formingAMat: false, broken: [] },
    incomingTrust: { ukprn: joined.ukprn, trn: null, name: null },
    outgoingTrustUkprn: null,
    proposedDecisionDate: '2026-10-01',
    proposedDate: '2027-04-01',
    assignedTo: occasion.by,
  });
  const [started] = events ?? [];
  const { project } = (started as { value: { project: PreparedProject } }).value;
  const change = prepareEvent(PreparedProjectChanged, {
    project: { ...project, ...facts },
    changed: ['status'],
    by: occasion.by,
  });
  await keepEvents(em, [started as never, change], occasion);
  return id;
}

/** The facts of a transfer of both academies. */
export const transferFacts: Partial<PreparedProject> = {
  kind: 'transfer',
  route: null,
  academies: [{ urn: '900201' }, { urn: '900202' }],
  outgoingTrustUkprn: left.ukprn,
  transfer: { initiatedBy: 'outgoing_trust', reasons: ['strategic'], type: 'joining_trust' },
};
