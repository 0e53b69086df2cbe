import './idle-timer.ts';
import type { TopicName } from '@academies/contracts';
import { Kafka, type logCreator, logLevel, type SASLOptions } from 'kafkajs';
import type { Logger } from 'pino';
import type { KafkaSettings } from './kafka-settings.ts';

/** kafkajs, the names on the broker, and where it all is logged. */
export interface KafkajsClient {
  readonly kafka: Kafka;
  readonly logger: Logger;
  readonly fetchWaitMs: number;
  /** The name on the broker of a topic or group. */
  onBroker(name: string): string;
  /** The name that contracts use for what the broker calls so. */
  offBroker(name: string): TopicName;
}

/** A client. It tries little by itself: whoever uses it waits and tries again, and can tell about it. */
export const kafkajsClient = (
  { brokers, clientId, namespace, ssl, sasl, fetchWaitMs = 1_000 }: KafkaSettings,
  logger: Logger,
): KafkajsClient => ({
  kafka: new Kafka({
    brokers,
    clientId,
    ssl: ssl ?? false,
    ...(sasl && { sasl: sasl as SASLOptions }),
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    logLevel: logLevel.WARN,
    logCreator: logThrough(logger),
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
  }),
  logger,
  fetchWaitMs,
  onBroker: (name) => (namespace ? `${namespace}.${name}` : name),
  offBroker: (name) => (namespace ? name.slice(namespace.length + 1) : name) as TopicName,
});

interface Connectable {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

/** A connection that is opened when it is first needed; one that failed is tried again by whoever needs it next. */
export function whenNeeded<Client extends Connectable>(client: Client) {
  let connecting: Promise<void> | undefined;
  return {
    async get(): Promise<Client> {
      connecting ??= client.connect();
      await connecting.catch((error: unknown) => {
        connecting = undefined;
        throw error;
      });
      return client;
    },
    async close(): Promise<void> {
      if (connecting) await client.disconnect();
    },
  };
}

const levels = new Map<logLevel, 'error' | 'warn' | 'info' | 'debug'>([
  [logLevel.ERROR, 'error'],
  [logLevel.WARN, 'warn'],
  [logLevel.INFO, 'info'],
  [logLevel.DEBUG, 'debug'],
]);

/** What a broker that is away or still starting makes them say, again and again; whoever uses the client says it once. */
const chatty = new Set(['Connection', 'BrokerPool', 'Consumer', 'ConsumerGroup', 'Runner']);

/** The client's own log lines, through ours. */
const logThrough =
  (logger: Logger): logCreator =>
  () =>
  ({ namespace, level, log: { message, timestamp: _, logger: __, ...facts } }) =>
    logger[chatty.has(namespace) ? 'debug' : (levels.get(level) ?? 'debug')](
      { ...facts, context: `kafkajs ${namespace}` },
      message,
    );
