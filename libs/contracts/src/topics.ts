/** Settings of a topic. `retention` 'forever' is the development default of the project topics; a setting in production. */
export interface TopicSettings {
  readonly partitions: number;
  readonly compacted: boolean;
  readonly key: string;
}

/** Every topic. Partitions never change: the key decides the partition, and with it the order. */
export const topics = {
  'prepare.projects': { partitions: 12, compacted: false, key: "the Prepare project's id" },
  'complete.projects': { partitions: 12, compacted: false, key: "the Prepare project's id" },
  'complete.local-authorities': { partitions: 1, compacted: true, key: 'the code of the local authority' },
  'register.establishments': { partitions: 3, compacted: true, key: 'URN' },
  'register.trusts': { partitions: 1, compacted: true, key: 'Group UID' },
  'register.constituencies': { partitions: 1, compacted: true, key: 'the name of the constituency' },
  watermarks: { partitions: 1, compacted: true, key: 'the service that publishes' },
} as const satisfies Record<string, TopicSettings>;

export type TopicName = keyof typeof topics;
export const topicNames = Object.keys(topics) as TopicName[];
