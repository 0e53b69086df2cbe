import { anExampleEstablishment, anExampleTrust } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover';
import { context } from '../project/fixtures.spec.ts';
import type { SectionLookUps } from './look-ups.ts';

/* What sections look up, for their tests. */
export const sam = { email: 'sam@education.gov.uk', name: 'Sam de la Cruz' };
export const academy = (urn: string, code = anExampleTrust.groupUid) => ({
  ...anExampleEstablishment,
  urn,
  trust: { code, name: null },
});

/** What is broken by a change, and what the register has. */
export const looking = (
  broken: readonly BrokenRule[] = [],
  academies = [academy('900201'), academy('900205')],
): SectionLookUps => ({
  schools: (urns) =>
    Promise.resolve(new Map(academies.filter(({ urn }) => urns.includes(urn)).map((one) => [one.urn, one]))),
  trust: (number) => Promise.resolve(number === null ? undefined : { ...anExampleTrust, ukprn: number }),
  academiesOf: () => Promise.resolve(academies),
  people: () => Promise.resolve([sam, context.by]),
  groups: () => Promise.resolve([{ reference: 'GRP_00000001', members: 1 }]),
  newGroup: () => Promise.resolve('GRP_00000002'),
  taken: () => Promise.resolve([]),
  check: () => Promise.resolve([...broken]),
});
