import { personas, visitor, type Visitor } from '@academies/identity';
import { createTopics } from '@academies/messaging';
import { eventually, freshDatabase, freshNamespace } from '@academies/testing';
import { ask, Service } from '@academies/testing/system';
import getPort from 'get-port';
import pg from 'pg';
import { fillComplete } from './fill-complete.ts';
import { fillPrepare } from './fill-prepare.ts';
import { fillRegister } from './fill-register.ts';
import type { Samples } from './pages.table.ts';

/** Prepare and Complete as built, full of projects, with the sign-in. */
export interface FilledServices {
  readonly samples: Samples;
  /** How long the filling took, in seconds. */
  readonly filled: number;
  /** Somebody who is signed in at both. */
  somebody(): Promise<Readonly<Record<'prepare' | 'complete', Visitor>>>;
  /** Ids of so many active conversions that are assigned. */
  conversionsInWork(count: number): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts both services, so that they make their tables, and fills these. */
export async function filledServices(): Promise<FilledServices> {
  const { brokers, namespace } = freshNamespace('bench_lists');
  const [prepare, complete] = [await freshDatabase('bench_lists_prepare'), await freshDatabase('bench_lists_complete')];
  const ports = { identity: await getPort(), prepare: await getPort(), complete: await getPort() };
  const at = (name: keyof typeof ports) => `http://localhost:${ports[name]}`;
  const service = (entry: string, name: keyof typeof ports, url: string) =>
    new Service(entry, {
      KAFKA_BROKERS: brokers.join(','),
      KAFKA_NAMESPACE: namespace,
      DATABASE_URL: url,
      OIDC_ISSUER: at('identity'),
      PREPARE_URL: at('prepare'),
      COMPLETE_URL: at('complete'),
      PORT: String(ports[name]),
      PUBLIC_URL: at(name),
      RATE_LIMIT_SIGN_IN: '10000',
    });
  await createTopics({ brokers, clientId: 'bench', namespace });
  const services = [
    service('infra/identity/dist/main.js', 'identity', prepare.url),
    service('apps/prepare/dist/main.js', 'prepare', prepare.url),
    service('apps/complete/dist/main.js', 'complete', complete.url),
  ];
  for (const one of services) one.start();
  for (const one of services.slice(1))
    await eventually(async () => void ((await one.isReady()) || fail(one.lastWords())), { within: 90_000, every: 200 });
  const begun = performance.now();
  await Promise.all([
    filling(prepare.url, fillPrepare),
    filling(complete.url, (client) => fillComplete(client, personas.serviceSupport.email)),
  ]);
  return {
    samples: await samplesOf(prepare.url, complete.url),
    filled: (performance.now() - begun) / 1000,
    somebody: async () => {
      const both = { prepare: visitor(at('prepare')), complete: visitor(at('complete')) };
      await both.prepare.signIn(personas.serviceSupport, '/start');
      await both.complete.signIn(personas.serviceSupport, '/projects/yours');
      return both;
    },
    conversionsInWork: async (count) => {
      const inWork = `kind = 'conversion' and state = 'active' and assigned_to is not null`;
      const rows = await ask<{ id: string }>(complete.url, `select id from project where ${inWork} limit ${count}`);
      return rows.map(({ id }) => id);
    },
    stop: async () => {
      await Promise.all(services.map((one) => one.stop('SIGTERM')));
      await Promise.all([prepare.drop(), complete.drop()]);
    },
  };
}

const fail = (words: string) => {
  throw new Error(`A service did not start: ${words}`);
};

async function filling(url: string, fill: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await fillRegister(client);
    await fill(client);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

async function samplesOf(prepare: string, complete: string): Promise<Samples> {
  const first = async (url: string, where: string) => {
    const [row] = await ask<{ id: string }>(url, `select id from project where ${where} order by id limit 1`);
    return row?.id ?? '';
  };
  return {
    undecided: await first(prepare, `kind = 'conversion' and status = 'pre_decision' and assigned_to is not null`),
    transfer: await first(prepare, `kind = 'transfer' and status = 'deferred'`),
    grouped: await first(prepare, `group_reference is not null and status = 'pre_decision'`),
    approved: await first(prepare, `status = 'approved'`),
    active: await first(complete, `state = 'active'`),
    inactive: await first(complete, `state = 'inactive'`),
  };
}
