import {
  type Constituency,
  ConstituencyChanged,
  ConstituencyRepublished,
  type Establishment,
  EstablishmentChanged,
  EstablishmentRepublished,
  type EventDefinition,
  type OutboxEvent,
  newEvent,
  type TopicName,
  type Trust,
  TrustChanged,
  TrustRepublished,
} from '@academies/contracts';

/** How states of a kind are told to others: as a change, or again for a new consumer. */
export interface Told {
  /** Before the key in `ce_subject`: a URN and a Group UID may be the same number. */
  readonly subjects: string;
  readonly changed: (key: string, state: unknown) => OutboxEvent;
  readonly republished: (key: string, state: unknown) => OutboxEvent;
}
export type KindName = 'establishments' | 'groups' | 'constituencies';

type Event<Value> = EventDefinition<string, TopicName, Value>;

function told<Value>(
  subjects: string,
  changed: Event<Value>,
  republished: Event<Value>,
  valueOf: (state: unknown) => Value,
): Told {
  const as = (event: Event<Value>) => (key: string, state: unknown) =>
    newEvent<Value>(event, { key, subject: `${subjects}${key}`, value: valueOf(state) as NoInfer<Value> });
  return { subjects, changed: as(changed), republished: as(republished) };
}

/** The events of each kind of row. */
export const eventsOf: Readonly<Record<KindName, Told>> = {
  establishments: told('establishment/', EstablishmentChanged, EstablishmentRepublished, (state) => ({
    establishment: state as Establishment,
  })),
  groups: told('trust/', TrustChanged, TrustRepublished, (state) => ({ trust: state as Trust })),
  constituencies: told('constituency/', ConstituencyChanged, ConstituencyRepublished, (state) => ({
    constituency: state as Constituency,
  })),
};
