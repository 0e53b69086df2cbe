import type { Arrival } from '../handover/arrival.ts';

/** What the events of a batch are about: what is looked up for them, and held until their transaction ends. */
export interface BatchKeys {
  readonly prepareIds: readonly string[];
  readonly urns: readonly string[];
  readonly trns: readonly string[];
  readonly groups: readonly string[];
}

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((value) => value !== null).sort();

/** The keys of arrivals, and of Prepare projects that other events are about. */
export const keysOf = (arrivals: readonly Arrival[], prepareIds: readonly string[] = []): BatchKeys => ({
  prepareIds: distinct([...arrivals.map(({ prepared }) => prepared.id), ...prepareIds]),
  urns: distinct(arrivals.map(({ urn }) => urn)),
  trns: distinct(arrivals.map(({ prepared }) => prepared.incomingTrust.trn)),
  groups: distinct(arrivals.map(({ prepared }) => prepared.group)),
});
