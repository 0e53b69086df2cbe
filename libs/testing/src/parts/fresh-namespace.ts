import { randomBytes } from 'node:crypto';
import { localSettings } from '@academies/local';

/** Topics and groups of a test's own, on brokers that all tests share. */
export interface FreshNamespace {
  readonly brokers: string[];
  readonly namespace: string;
  readonly clientId: string;
}

/** Kafka settings with a prefix that nobody has had before. */
export function freshNamespace(clientId = 'test'): FreshNamespace {
  const { KAFKA_BROKERS } = localSettings();
  if (!KAFKA_BROKERS) throw new Error('No broker: KAFKA_BROKERS comes from the global setup of the int and e2e tests.');
  return {
    brokers: KAFKA_BROKERS.split(',').map((broker) => broker.trim()),
    namespace: `t${randomBytes(6).toString('hex')}`,
    clientId,
  };
}
