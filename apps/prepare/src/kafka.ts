import { type KafkaSettings, traceId } from '@academies/messaging';
import { type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

/** How Prepare reaches Kafka. */
export const kafkaOf = ({ KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: namespace }: Settings): KafkaSettings => ({
  brokers,
  namespace,
  clientId: 'prepare',
});

/** What relay and consumers write their log with. */
export const loggerOf = ({ LOG_LEVEL: level }: Pick<Settings, 'LOG_LEVEL'>): Logger =>
  pino({ level, base: { service: 'prepare' }, mixin: () => ({ ...(traceId() && { trace: traceId() }) }) });
