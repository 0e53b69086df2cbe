import { Partitioners, type Kafka, type Producer } from 'kafkajs';

/**
 * The producer that all services use. The partitioner is named: the same key goes to the same partition (murmur2, as
 * Java's), whoever publishes and whatever a later client's default is. One request in flight keeps the order.
 */
export const producerOf = (kafka: Kafka): Producer =>
  kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    maxInFlightRequests: 1,
  });

/** Every in-sync replica has it. */
export const allReplicas = -1;
