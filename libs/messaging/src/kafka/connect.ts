import './idle-timer.ts';
import { Kafka, logLevel } from 'kafkajs';
import type { Logger } from 'pino';
import { kafkaLog } from './kafka-log.ts';
import type { KafkaSettings } from './kafka-settings.ts';

/** A client. It tries little by itself: whoever uses it waits and tries again, and can tell about it. */
export const connectTo = ({ brokers, clientId }: KafkaSettings, logger: Logger): Kafka =>
  new Kafka({
    brokers,
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    logLevel: logLevel.WARN,
    logCreator: kafkaLog(logger),
    retry: { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 },
  });
