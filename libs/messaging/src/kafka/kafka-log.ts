import { logLevel, type logCreator } from 'kafkajs';
import type { Logger } from 'pino';

const levels = new Map<logLevel, 'error' | 'warn' | 'info' | 'debug'>([
  [logLevel.ERROR, 'error'],
  [logLevel.WARN, 'warn'],
  [logLevel.INFO, 'info'],
  [logLevel.DEBUG, 'debug'],
]);

/** What a broker that is away makes them say many times a second; whoever uses the client says it once. */
const chatty = new Set(['Connection', 'BrokerPool']);

/** The client's own log lines, through ours. */
export const kafkaLog =
  (logger: Logger): logCreator =>
  () =>
  ({ namespace, level, log: { message, timestamp: _, logger: __, ...facts } }) =>
    logger[chatty.has(namespace) ? 'debug' : (levels.get(level) ?? 'debug')]({ ...facts, context: `kafkajs ${namespace}` }, message);
