import type { KafkaSettings } from '@academies/messaging';
import { type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

/** How Handover reaches Kafka. */
export const kafkaOf = ({ KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: namespace }: Settings): KafkaSettings => ({
  brokers,
  namespace,
  clientId: 'handover',
});

/** What relay and consumers write their log with. */
export const loggerOf = ({ LOG_LEVEL: level }: Settings): Logger => pino({ level, base: { service: 'handover' } });
