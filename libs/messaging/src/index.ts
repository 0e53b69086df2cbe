export { databaseUrl, localAddresses } from './cli/local-parts.ts';
export { currentTrace, traceId, withTrace } from '@academies/contracts';
export { type KafkaSettings, kafkaSettings, messagingOf, type MessagingSettings } from './broker/kafka-settings.ts';
export type { Broker } from './broker/broker.ts';
export { deleteOldRecords, recordsUntilNow } from './broker/old-records.ts';
export { readLog } from './broker/read-log.ts';
export { partitionOf } from './broker/kafkajs-producer.ts';
export { endOffsets, endsOf, type Offsets, openBroker } from './broker/open-broker.ts';
export { createTopics, removeTrialTopics, type TopicDurability } from './broker/topics.ts';
export type { ConsumerOptions, Parted, Screen } from './consumer/consumer-options.ts';
export { ConsumerRunner } from './consumer/consumer-runner.ts';
export { type AsOf, asOf, type LastWord, lastWords, positions } from './consumer/received-watermarks.ts';
export { messagingEntities, messagingMigrations } from './database/migrations.ts';
export {
  countParkedKeys,
  deadLetters,
  type Choice,
  type DeadLetters,
  type FoundLetter,
} from './dead-letters/dead-letters.ts';
export type { ParkedEvent, ParkedKind } from './dead-letters/parked-event.ts';
export type { ReceivedEvent } from './message/read-message.ts';
export { subscription, topicsOf, type Handling, type Subscription } from './message/incoming-message.ts';
export { countWhenRead } from './metrics/metrics.ts';
export { collectMessagingMetrics, collectWhenRead } from './nest/collect-metrics.ts';
export {
  type Batches,
  type ConsumerHooks,
  EventConsumer,
  type Received,
  type WholeBatches,
} from './nest/event-consumer.ts';
export { eventConsumers } from './nest/kafka-events.ts';
export { consumersHealth, deadLettersHealth, relayHealth } from './nest/health.ts';
export {
  MessagingModule,
  type MessagingOptions,
  messagingParts,
  type MessagingParts,
} from './nest/messaging-module.ts';
export { queueEvents } from './outbox/queue-events.ts';
export { republish, type PresentState } from './outbox/republish.ts';
export { Relay, type RelayOptions } from './relay/relay.ts';
export type { OnWentBack } from './relay/went-back.ts';
export type { Counts } from './relay/watermarks.ts';
export { Bell, pauseUnless } from './timing/waiting.ts';
