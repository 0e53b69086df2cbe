import * as answerEvents from '../complete/answers.ts';
import * as completeEvents from '../complete/events.ts';
import { LocalAuthorityChanged, LocalAuthorityRepublished } from '../complete/local-authority.ts';
import { ErasureAnswered, ErasureConfirmed, ErasureSought, ErasureTextCleared } from '../erasure/erasure-events.ts';
import type { EventDefinition, TopicName } from '../event/event.ts';
import * as prepareEvents from '../prepare/events.ts';
import { ConstituencyChanged, ConstituencyRepublished } from '../register/constituency.ts';
import { EstablishmentChanged, EstablishmentRepublished } from '../register/establishment.ts';
import { TrustChanged, TrustRepublished } from '../register/trust.ts';
import { WatermarkAdvanced } from '../watermarks/watermark-advanced.ts';

const named = {
  ...prepareEvents,
  ...answerEvents,
  ...completeEvents,
  LocalAuthorityChanged,
  LocalAuthorityRepublished,
  EstablishmentChanged,
  EstablishmentRepublished,
  TrustChanged,
  TrustRepublished,
  ConstituencyChanged,
  ConstituencyRepublished,
  ErasureSought,
  ErasureConfirmed,
  ErasureTextCleared,
  ErasureAnswered,
  WatermarkAdvanced,
};

/** Any event type that contracts knows. */
export type AnyEvent = (typeof named)[keyof typeof named];

/** The types that are published to a topic; a consumer names each as handled or ignored. */
export type EventTypeIn<Topic extends TopicName> = Extract<AnyEvent, { topic: Topic }>['type'];

export const allEvents = Object.values(named) as readonly EventDefinition[];

const byType = new Map(allEvents.map((event) => [event.type, event]));

/** The definition of a type, or undefined when contracts does not know it. */
export const eventOfType = (type: string): EventDefinition | undefined => byType.get(type);
