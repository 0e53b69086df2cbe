import {
  type Constituency,
  ConstituencyChanged,
  ConstituencyRepublished,
  type Establishment,
  EstablishmentChanged,
  EstablishmentRepublished,
  type Outgoing,
  outgoing,
  type Trust,
  TrustChanged,
  TrustRepublished,
} from '@academies/contracts';
import type { FileKind } from '../files/column.ts';

/** How a state is told to others: as a change, or again for a new consumer. */
interface Told {
  readonly changed: (key: string, state: unknown) => Outgoing;
  readonly republished: (key: string, state: unknown) => Outgoing;
}

const establishment = (key: string, state: unknown) =>
  ({ key, subject: `establishment/${key}`, value: { establishment: state as Establishment } }) as const;
const trust = (key: string, state: unknown) =>
  ({ key, subject: `trust/${key}`, value: { trust: state as Trust } }) as const;
const constituency = (key: string, state: unknown) =>
  ({ key, subject: `constituency/${key}`, value: { constituency: state as Constituency } }) as const;

/** The events of each kind of row. */
export const eventsOf: Readonly<Record<FileKind<never>['name'], Told>> = {
  establishments: {
    changed: (key, state) => outgoing(EstablishmentChanged, establishment(key, state)),
    republished: (key, state) => outgoing(EstablishmentRepublished, establishment(key, state)),
  },
  groups: {
    changed: (key, state) => outgoing(TrustChanged, trust(key, state)),
    republished: (key, state) => outgoing(TrustRepublished, trust(key, state)),
  },
  constituencies: {
    changed: (key, state) => outgoing(ConstituencyChanged, constituency(key, state)),
    republished: (key, state) => outgoing(ConstituencyRepublished, constituency(key, state)),
  },
};
