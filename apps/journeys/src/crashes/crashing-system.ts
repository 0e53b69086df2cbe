import { createTopics } from '@academies/messaging';
import { eventually, freshDatabase } from '@academies/testing';
import { count, runProgram, Service } from '@academies/testing/system';
import getPort from 'get-port';
import { brokerOnDisk } from '../broker/broker-on-disk.ts';

/** Two processes of each service as built, on a broker of their own that can be stopped; the register is there. */
export async function crashingSystem() {
  const broker = await brokerOnDisk();
  const { brokers } = broker;
  const fresh = (name: string) => freshDatabase(`crashes_${name}`);
  const databases = {
    prepare: await fresh('prepare'),
    complete: await fresh('complete'),
    reporting: await fresh('reporting'),
    register: await fresh('register'),
  };
  await createTopics({ brokers: brokers.split(','), clientId: 'crashes' });
  const url = `http://localhost:${await getPort()}`;
  const issuer = `http://localhost:${await getPort()}`;
  const variables = async (database: keyof typeof databases, port?: number) => ({
    DATABASE_URL: databases[database].url,
    KAFKA_BROKERS: brokers,
    PREPARE_URL: url,
    PUBLIC_URL: url,
    OIDC_ISSUER: issuer,
    PORT: String(port ?? (await getPort())),
  });
  await runProgram('apps/register/dist/demo/main.js', await variables('register'));

  const service = async (name: string, database: keyof typeof databases) =>
    new Service(`apps/${name}/dist/main.js`, await variables(database));
  const ready = (one: Service) => eventually(() => one.isReady(), { every: 100 });
  const identity = new Service(
    'infra/identity/dist/main.js',
    await variables('register', Number(new URL(issuer).port)),
  );
  identity.start();
  // Complete's pages are not needed; its tables are.
  const complete = await service('complete', 'complete');
  complete.start();
  await ready(complete);
  await complete.stop('SIGTERM');
  const services: Service[] = [];
  for (const [name, database] of [
    ['prepare', 'prepare'],
    ['handover', 'complete'],
    ['reporting', 'reporting'],
  ] as const)
    for (let process = 0; process < 2; process++) {
      const one = await service(name, database);
      services.push(one);
      one.start();
      // The first makes the tables that both work with.
      await ready(one);
    }
  const schools = await count(databases.register.url, "select from outbox where topic = 'register.establishments'");
  await eventually(async () => (await count(databases.prepare.url, 'select from register_establishment')) === schools, {
    every: 100,
  });

  return {
    url,
    services,
    doors: services.slice(0, 2).map(({ variables: { PORT } }) => `http://localhost:${PORT}`),
    count: (database: keyof typeof databases, statement: string) => count(databases[database].url, statement),
    databases,
    /** Whether every process answers; one that ended by itself is started again. */
    allAreReady: async () => {
      services.forEach((one) => one.restartIfEnded());
      return (await Promise.all(services.map((one) => one.isReady()))).every(Boolean);
    },
    lastWords: () => services.map((one) => `${one.entry} (${one.pid}): ${one.lastWords()}`).join('\n\n'),
    /** A process that ended by itself is started again, as an orchestrator would. */
    restartEnded: () => services.forEach((one) => one.restartIfEnded()),
    restartKafka: broker.restart,
    stop: async () => {
      await Promise.all([...services, identity].map((one) => one.stop()));
      await broker.stop();
      await Promise.all(Object.values(databases).map((database) => database.drop()));
    },
  };
}
export type CrashingSystem = Awaited<ReturnType<typeof crashingSystem>>;
