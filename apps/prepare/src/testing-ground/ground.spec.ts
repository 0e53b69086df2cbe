import { type Identity, personas, startIdentity, visitor, type Visitor } from '@academies/identity';
import { createTopics, type KafkaSettings } from '@academies/messaging';
import { freshNamespace } from '@academies/testing';
import { fixedClock, type Running } from '@academies/web';
import getPort from 'get-port';
import { kafkaOf, loggerOf } from '../kafka.ts';
import { settingsOf } from '../settings.ts';
import { start } from '../start.ts';
import { type TestDatabase, testDatabase } from './test-database.spec.ts';

/** The moment at which the pages of tests are read: the day of `occasion`, an hour later. */
const clock = fixedClock('2026-10-06T15:05:00.000Z');

/** Prepare's pages with a database, topics and sign-in of their own. */
export interface Ground {
  readonly url: string;
  readonly database: TestDatabase;
  readonly service: Running;
  readonly kafka: KafkaSettings;
  /** Somebody who is signed in. */
  as(who: keyof typeof personas): Promise<Visitor>;
  stop(): Promise<void>;
}

export async function aGround(more: Record<string, string> = {}): Promise<Ground> {
  const [database, port, identityPort] = await Promise.all([testDatabase('prepare_pages'), getPort(), getPort()]);
  const url = `http://localhost:${port}`;
  const { brokers, namespace } = freshNamespace('prepare');
  const settings = settingsOf({
    ...{ NODE_ENV: 'test', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' },
    ...{ DATABASE_URL: database.url, KAFKA_BROKERS: brokers.join(','), KAFKA_NAMESPACE: namespace },
    ...{ PORT: String(port), PUBLIC_URL: url, OIDC_ISSUER: `http://localhost:${identityPort}` },
    ...more,
  });
  const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = settings;
  await createTopics(kafkaOf(settings), {}, loggerOf(settings));
  const identity: Identity = await startIdentity({ port: identityPort, clients: [{ id, secret, url }] });
  const service = await start(settings, { clock });
  return {
    ...{ url, database, service, kafka: kafkaOf(settings) },
    as: async (who) => {
      const somebody = visitor(url);
      await somebody.signIn(personas[who], '/conversions');
      return somebody;
    },
    stop: async () => {
      await service.stop();
      await identity.stop();
      await database.drop();
    },
  };
}
