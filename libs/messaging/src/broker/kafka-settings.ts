import {
  commaSeparated,
  inDevelopment,
  stoppedBy,
  stoppedByRisk,
  traceId,
  type Trial,
  wholeNumber,
  yesNo,
} from '@academies/contracts';
import { type Logger, pino } from 'pino';
import { z } from 'zod';
import type { TopicDurability } from './topics.ts';

/** The log of relay and consumers: JSON lines with the trace of what was being done. */
export const defaultLogger = (service: string, level = 'info'): Logger =>
  pino({
    level,
    base: { service },
    mixin: () => ({ ...(traceId() && { trace: traceId() }) }),
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });

/** How a process reaches Kafka. `namespace` is put before the names of topics and groups; tests use it. */
export interface KafkaSettings {
  readonly brokers: string[];
  readonly namespace?: string | undefined;
  readonly clientId: string;
  /** Encrypted, and as whom; neither unless told. */
  readonly ssl?: boolean;
  readonly sasl?: SaslSettings;
  /** How long the broker holds the answer to a reader for which there is nothing, and a reader that leaves waits; a second. */
  readonly fetchWaitMs?: number;
}

/** Who a process is to Kafka. */
export interface SaslSettings {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

/** Settings of every process that uses Kafka; to be spread into its own schema. */
export const kafkaSettings = () => ({
  KAFKA_BROKERS: inDevelopment(commaSeparated(), 'localhost:9092').describe('Brokers, as host:port,host:port.'),
  KAFKA_NAMESPACE: z.string().optional().describe('Stands before the names of topics and groups; tests use it.'),
  KAFKA_REPLICATION: stoppedByRisk(
    inDevelopment(wholeNumber({ from: 1, to: 9 }).default(3), 1).describe('Brokers that keep each new topic.'),
    ({ KAFKA_REPLICATION }) =>
      Number(KAFKA_REPLICATION) < 3 && 'KAFKA_REPLICATION is below 3, so that one broker can lose events: set 3',
  ),
  KAFKA_MIN_IN_SYNC: stoppedBy(
    inDevelopment(wholeNumber({ from: 1, to: 9 }).default(2), 1).describe(
      'Brokers of these that must have an event before it counts as published.',
    ),
    ({ KAFKA_MIN_IN_SYNC, KAFKA_REPLICATION }) =>
      Number(KAFKA_MIN_IN_SYNC) > Number(KAFKA_REPLICATION) &&
      'KAFKA_MIN_IN_SYNC is above KAFKA_REPLICATION, so that nothing could ever be published: set a lower one',
  ),
  KAFKA_TLS: stoppedByRisk(
    inDevelopment(yesNo().default('yes'), 'no').describe(
      'Whether connections to Kafka are encrypted. NODE_EXTRA_CA_CERTS names a certificate authority of your own.',
    ),
    ({ KAFKA_TLS }) => KAFKA_TLS === 'no' && 'KAFKA_TLS is no, so that events travel readable: set yes',
  ),
  KAFKA_SASL: stoppedBy(
    z
      .enum(['none', 'plain', 'scram-sha-256', 'scram-sha-512'], 'must be none, plain, scram-sha-256 or scram-sha-512')
      .default('none')
      .describe('How a process says to Kafka who it is.'),
    ({ KAFKA_SASL, KAFKA_USERNAME, KAFKA_PASSWORD }) =>
      KAFKA_SASL !== 'none' &&
      !(KAFKA_USERNAME && KAFKA_PASSWORD) &&
      `KAFKA_SASL is ${String(KAFKA_SASL)}: set KAFKA_USERNAME and KAFKA_PASSWORD too`,
  ),
  KAFKA_USERNAME: z.string().optional().describe('Who the process is, where KAFKA_SASL asks.'),
  KAFKA_PASSWORD: z.string().optional().describe('Its password.'),
});

/** As they are read; a program that is told the brokers alone speaks to Kafka on this machine. */
export type MessagingSettings = Pick<ReadSettings, 'KAFKA_BROKERS'> &
  Partial<ReadSettings> & { readonly LOG_LEVEL?: string; readonly TRIAL?: Trial };
type ReadSettings = z.infer<z.ZodObject<ReturnType<typeof kafkaSettings>>>;

/** What a service has set: how it reaches Kafka, how topics are kept, and what relay and consumers write their log with. */
export function messagingOf(service: string, settings: MessagingSettings) {
  const { KAFKA_SASL = 'none', KAFKA_USERNAME: username = '', KAFKA_PASSWORD: password = '' } = settings;
  const kafka: KafkaSettings = {
    brokers: settings.KAFKA_BROKERS,
    namespace: namespaceOf(settings),
    clientId: service,
    ssl: settings.KAFKA_TLS === 'yes',
    ...(KAFKA_SASL !== 'none' && { sasl: { mechanism: KAFKA_SASL, username, password } }),
  };
  const durability: TopicDurability = {
    replicationFactor: settings.KAFKA_REPLICATION,
    minInSyncReplicas: settings.KAFKA_MIN_IN_SYNC,
  };
  return { kafka, durability, logger: defaultLogger(service, settings.LOG_LEVEL) };
}

/** What stands before every topic and group of a trial: neither side ever reads a message of the other. */
export const trialNamespace = 'trial';

const namespaceOf = ({ KAFKA_NAMESPACE, TRIAL }: MessagingSettings): string | undefined =>
  TRIAL === 'yes' ? [trialNamespace, KAFKA_NAMESPACE].filter(Boolean).join('.') : KAFKA_NAMESPACE;
