import { createTopics, messagingOf } from '@academies/messaging';
import getPort from 'get-port';
import { eventually } from '../parts/eventually.ts';
import { freshDatabase } from '../parts/fresh-database.ts';
import { freshNamespace } from '../parts/fresh-namespace.ts';
import { runProgram, Service, type Variables } from './program.ts';

const names = ['identity', 'prepare', 'complete', 'reporting', 'handover', 'register'] as const;
/** A program of the system. */
export type Name = (typeof names)[number];

const entryOf = (name: Name) =>
  name === 'register'
    ? 'apps/register/dist/relay/main.js'
    : `${name === 'identity' ? 'infra' : 'apps'}/${name}/dist/main.js`;

const ownBrokers = ({ KAFKA_BROKERS }: Variables) => KAFKA_BROKERS && { brokers: KAFKA_BROKERS.split(',') };

/**
 * The whole system as built, on databases, topics and ports of its own, with the fictional register and demo projects.
 * `more`: settings of all services, and with KAFKA_BROKERS other brokers than those that all tests share.
 */
export async function startSystem(more: Variables = {}) {
  const { brokers, namespace } = { ...freshNamespace('system'), ...ownBrokers(more) };
  const databases = {
    prepare: await freshDatabase('prepare'),
    complete: await freshDatabase('complete'),
    reporting: await freshDatabase('reporting'),
    register: await freshDatabase('register'),
  };
  const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await getPort()]))) as Record<
    Name,
    number
  >;
  const at = (name: Name) => `http://localhost:${ports[name]}`;
  const variables = (name: Name) => ({
    ...more,
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_NAMESPACE: namespace,
    PREPARE_URL: at('prepare'),
    COMPLETE_URL: at('complete'),
    REPORTING_URL: at('reporting'),
    OIDC_ISSUER: at('identity'),
    PORT: String(ports[name]),
    PUBLIC_URL: at(name),
    DATABASE_URL: databases[name === 'handover' ? 'complete' : name === 'identity' ? 'register' : name].url,
  });
  const TRIAL = more['TRIAL'] === 'yes' ? 'yes' : 'no';
  await createTopics(messagingOf('system', { KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: namespace, TRIAL }).kafka);
  await runProgram('apps/register/dist/demo/main.js', variables('register'));
  await runProgram('apps/prepare/dist/demo/main.js', variables('prepare'));

  const services = Object.fromEntries(
    names.map((name) => [name, new Service(entryOf(name), variables(name))]),
  ) as Record<Name, Service>;
  const startOne = async (name: Name) => {
    const service = services[name];
    service.start();
    const health = name === 'identity' ? `${at(name)}/.well-known/openid-configuration` : `${at(name)}/health/ready`;
    await eventually(async () => (await fetch(health)).ok, { every: 100 }).catch((cause: Error) => {
      throw new Error(`${name} did not start: ${service.lastWords()}`, { cause });
    });
  };
  // Handover works in the tables that Complete makes.
  await Promise.all([
    ...(['identity', 'prepare', 'reporting', 'register'] as const).map(startOne),
    startOne('complete').then(() => startOne('handover')),
  ]);
  return {
    at,
    kafka: { KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: namespace },
    services,
    databases,
    stop: async () => {
      await Promise.all(Object.values(services).map((service) => service.stop('SIGTERM')));
      await Promise.all(Object.values(databases).map((database) => database.drop()));
    },
  };
}
export type System = Awaited<ReturnType<typeof startSystem>>;
