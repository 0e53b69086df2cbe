import { openCompleteDatabase } from '@academies/complete';
import {
  anExampleCompleteProject,
  anExampleDecision,
  anExampleEstablishment,
  anExampleProject,
  anExampleTrust,
  type CompleteProject,
  type Establishment,
  EstablishmentChanged,
  TrustChanged,
} from '@academies/contracts';
import { personas, startIdentity, visitor, type Visitor } from '@academies/identity';
import { createTopics } from '@academies/messaging';
import {
  applyRegisterEvents,
  registerEntities as entities,
  registerMigrations as migrations,
} from '@academies/register';
import { freshDatabase, freshNamespace } from '@academies/testing';
import { fixedClock } from '@academies/web';
import getPort from 'get-port';
import { v7 } from 'uuid';
import { kafkaOf, loggerOf } from '../kafka.ts';
import { settingsOf } from '../settings.ts';
import { start } from '../start.ts';

/** The moment at which the pages of tests are read. */
const clock = fixedClock('2026-10-20T10:00:00.000Z');
const { decision, summary } = { decision: anExampleDecision, summary: anExampleProject.summary };

/** Complete's pages with a database, topics and sign-in of their own. */
export async function completeGround(more: Record<string, string> = {}) {
  const [database, port, identityPort] = await Promise.all([freshDatabase('complete_pages'), getPort(), getPort()]);
  const url = `http://localhost:${port}`;
  const { brokers, namespace } = freshNamespace('complete');
  const settings = settingsOf({
    ...{ NODE_ENV: 'test', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' },
    ...{ DATABASE_URL: database.url, KAFKA_BROKERS: brokers.join(','), KAFKA_NAMESPACE: namespace },
    ...{ PORT: String(port), PUBLIC_URL: url, OIDC_ISSUER: `http://localhost:${identityPort}` },
    ...more,
  });
  const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = settings;
  await createTopics(kafkaOf(settings), {}, loggerOf(settings));
  const identity = await startIdentity({ port: identityPort, clients: [{ id, secret, url }] });
  const orm = await openCompleteDatabase(database.url, { entities, migrations });
  const service = await start(settings, { clock });
  const ask = <Row>(statement: string, parameters: unknown[] = []) =>
    orm.em.fork().execute<Row[]>(statement, parameters);
  return {
    url,
    orm,
    ask,
    service,
    /** A project as Handover leaves it, or further on. */
    aProject: async (facts: Partial<CompleteProject> = {}): Promise<CompleteProject> => {
      const project: CompleteProject = { ...anExampleCompleteProject, id: v7(), ...facts };
      await ask('insert into project (id, whole, prepared_case) values (?, ?, ?)', [
        project.id,
        JSON.stringify(project),
        JSON.stringify({ decision, summary }),
      ]);
      return project;
    },
    projectOf: async (projectId: string) =>
      (await ask<{ whole: CompleteProject }>('select whole from project where id = ?', [projectId]))[0]?.whole,
    /** Schools and trusts of the register's copy. */
    register: (...schools: Partial<Establishment>[]) =>
      orm.em.fork().transactional(async (em) => {
        const establishments = schools.map((school) => ({ ...anExampleEstablishment, ...school }));
        await applyRegisterEvents(
          [
            ...establishments.map((establishment) => ({ type: EstablishmentChanged.type, value: { establishment } })),
            { type: TrustChanged.type, value: { trust: anExampleTrust } },
          ].map((event) => ({ ...event, sequence: 1 })),
          em,
        );
      }),
    events: () =>
      ask<{ type: string; subject: string; payload: string }>('select type, subject, payload from outbox order by id'),
    /** Somebody who is signed in. */
    as: async (who: keyof typeof personas): Promise<Visitor> => {
      const somebody = visitor(url);
      await somebody.signIn(personas[who]);
      return somebody;
    },
    stop: async () => {
      await service.stop();
      await identity.stop();
      await orm.close(true);
      await database.drop();
    },
  };
}
export type Ground = Awaited<ReturnType<typeof completeGround>>;
