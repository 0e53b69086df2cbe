import { type Machine, personas, startIdentity, visitor, type Visitor } from '@academies/identity';
import { createTopics, type KafkaSettings, messagingOf, type MessagingSettings } from '@academies/messaging';
import type { Running, WebSettings } from '@academies/web';
import getPort from 'get-port';
import { freshNamespace } from '../parts/fresh-namespace.ts';

/** What is set for any process of a test: its database, and topics that nobody else has. */
export function testEnvironment(service: string, databaseUrl: string): Record<string, string> {
  const { brokers, namespace } = freshNamespace(service);
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_NAMESPACE: namespace,
  };
}

/** A service with pages, on real parts. */
export interface TestService {
  readonly url: string;
  readonly service: Running;
  readonly kafka: KafkaSettings;
  /** Where programs get tokens. */
  readonly tokenUrl: string;
  /** A token of a program, by client credentials. */
  token(machine: Machine, scope: string): Promise<string>;
  /** Somebody who is signed in. */
  as(who: keyof typeof personas): Promise<Visitor>;
  /** The page of the development sign-in that shows e-mails. */
  eMails(): Promise<string>;
  stop(): Promise<void>;
}

/** What differs between services. */
export interface TestServiceOptions<Settings> {
  readonly name: string;
  readonly databaseUrl: string;
  readonly settings: (environment: Record<string, string>) => Settings;
  readonly start: (settings: Settings) => Promise<Running>;
  /** The page where somebody arrives who signs in; a service gets to know people on its pages. */
  readonly arrivesAt?: string;
  /** Programs that the provider knows. */
  readonly machines?: readonly Machine[];
  /** Set for this test alone. */
  readonly more?: Record<string, string>;
}

/** Starts a service with topics and a sign-in of its own; whose database it is says the caller, who also drops it. */
export async function aTestService<Settings extends WebSettings & MessagingSettings>(
  options: TestServiceOptions<Settings>,
): Promise<TestService> {
  const [port, identityPort] = await Promise.all([getPort(), getPort()]);
  const url = `http://localhost:${port}`;
  const settings = options.settings({
    ...testEnvironment(options.name, options.databaseUrl),
    PORT: String(port),
    PUBLIC_URL: url,
    OIDC_ISSUER: `http://localhost:${identityPort}`,
    ...options.more,
  });
  const { kafka, logger } = messagingOf(options.name, settings);
  await createTopics(kafka, {}, logger);
  const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = settings;
  const identity = await startIdentity({
    port: identityPort,
    clients: [{ id, secret, url }],
    machines: options.machines ?? [],
  });
  const service = await options.start(settings);
  return {
    url,
    service,
    kafka,
    tokenUrl: `${identity.issuer}/token`,
    token: async ({ id, secret }, scope) => {
      const answer = await fetch(`${identity.issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
      });
      return ((await answer.json()) as { access_token: string }).access_token;
    },
    as: async (who) => {
      const somebody = visitor(url);
      await somebody.signIn(personas[who], options.arrivesAt ?? '/health/live');
      return somebody;
    },
    eMails: async () => (await fetch(`${identity.issuer}/e-mails`)).text(),
    stop: async () => {
      await service.stop();
      await identity.stop();
    },
  };
}
