import { eventually, freshDatabase, freshNamespace } from '@academies/testing';
import { Service } from '@academies/testing/system';
import getPort from 'get-port';
import { aPublisher } from '../events/publisher.ts';

/** Topics and a database that nobody has had before, with the services and publishers that are measured on them. */
export async function aMeasuredPlace(name: string) {
  const kafka = freshNamespace('bench');
  const database = await freshDatabase(name);
  const services: Service[] = [];
  const publishers: { stop(): Promise<unknown> }[] = [];
  return {
    url: database.url,
    publisher: async (source: string) => {
      const publisher = await aPublisher(kafka, source);
      publishers.push(publisher);
      return publisher;
    },
    /** A built service, not yet started. */
    service: async (app: string): Promise<Service> => {
      const service = new Service(`apps/${app}/dist/main.js`, {
        DATABASE_URL: database.url,
        KAFKA_BROKERS: kafka.brokers.join(','),
        KAFKA_NAMESPACE: kafka.namespace,
        PORT: String(await getPort()),
      });
      services.push(service);
      return service;
    },
    stop: async () => {
      await Promise.all(services.map((service) => service.stop('SIGTERM')));
      await Promise.all(publishers.map((publisher) => publisher.stop()));
      await database.drop();
    },
  };
}

/** Starts a service until it has made its tables and is ready, and ends it. */
export async function makeTables(service: Service): Promise<void> {
  service.start();
  await eventually(() => service.isReady(), { within: 60_000 });
  await service.stop('SIGTERM');
}
