import type { EventTypeIn, TopicName } from '@academies/contracts';

/** What a consumer does with a type: nothing is ignored by accident. */
export type Handling = 'handled' | 'ignored';

/** Which topics a group reads, and what it does with each of their types. */
export interface Subscription {
  readonly group: string;
  readonly topics: Readonly<Partial<Record<TopicName, Readonly<Record<string, Handling>>>>>;
}

/** Names every type of each topic as handled or ignored; the compiler says which is missing. */
export const subscription = <const Topics extends TopicName>(chosen: {
  group: string;
  topics: { [Topic in Topics]: { [Type in EventTypeIn<Topic>]: Handling } };
}): Subscription => chosen as Subscription;

/** The topics of a subscription. */
export const topicsOf = ({ topics }: Subscription): TopicName[] => Object.keys(topics) as TopicName[];
