import { logLevel, type logCreator } from 'kafkajs';
import type { Logger } from 'pino';

const levels = new Map<logLevel, 'error' | 'warn' | 'info' | 'debug'>([
  [logLevel.ERROR, 'error'],
  [logLevel.WARN, 'warn'],
  [logLevel.INFO, 'info'],
  [logLevel.DEBUG, 'debug'],
]);

/** The client's own log lines, through ours. */
export const kafkaLog =
  (logger: Logger): logCreator =>
  () =>
  ({ namespace, level, log: { message, timestamp: _, logger: __, ...facts } }) =>
    logger[levels.get(level) ?? 'debug']({ ...facts, context: `kafkajs ${namespace}` }, message);
