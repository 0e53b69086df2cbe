import { personas, startIdentity, visitor, type Visitor } from '@academies/identity';
import { createTopics } from '@academies/messaging';
import { freshNamespace } from '@academies/testing';
import { startWebApp } from '@academies/web';
import getPort from 'get-port';
import { pino } from 'pino';
import { AppModule } from '../app.module.ts';
import { settingsOf } from '../settings.ts';
import { addresses } from './rows.spec.ts';
import { aDatabase } from './database.spec.ts';

/** Reporting's pages with a database and sign-in of their own; events are given to the read model directly. */
export async function aGround() {
  const [database, port, identityPort] = await Promise.all([aDatabase(), getPort(), getPort()]);
  const kafka = freshNamespace('reporting');
  await createTopics(kafka, {}, pino({ level: 'silent' }));
  const url = `http://localhost:${port}`;
  const settings = settingsOf({
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    DATABASE_URL: database.url,
    PORT: String(port),
    PUBLIC_URL: url,
    PREPARE_URL: addresses.prepare,
    COMPLETE_URL: addresses.complete,
    OIDC_ISSUER: `http://localhost:${identityPort}`,
    KAFKA_BROKERS: kafka.brokers.join(','),
    KAFKA_NAMESPACE: kafka.namespace,
  });
  const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = settings;
  const identity = await startIdentity({ port: identityPort, clients: [{ id, secret, url }] });
  const service = await startWebApp(AppModule.with(settings));
  return {
    url,
    database,
    service,
    /** Somebody who is signed in. */
    as: async (who: keyof typeof personas): Promise<Visitor> => {
      const somebody = visitor(url);
      await somebody.signIn(personas[who], '/health/live');
      return somebody;
    },
    stop: async () => {
      await service.stop();
      await identity.stop();
      await database.drop();
    },
  };
}
export type Ground = Awaited<ReturnType<typeof aGround>>;

/** The bytes of a file, with what the response says of it. */
export async function fetchFile(ground: Ground, by: Visitor, path: string, headers: Record<string, string> = {}) {
  const cookie = Object.entries(by.cookies())
    .map((pair) => pair.join('='))
    .join('; ');
  const response = await fetch(new URL(path, ground.url), { headers: { cookie, ...headers } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
