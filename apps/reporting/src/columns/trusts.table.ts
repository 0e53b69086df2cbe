import type { Kind, Trust } from '@academies/contracts';
import type { RowFacts } from '../rows/row-facts.ts';
import { addressColumns } from './address-columns.ts';
import { identifier, text } from './cell.ts';
import { column, group } from './column.ts';
import { as, from } from './sources.ts';

interface WhichTrust {
  readonly name: string;
  readonly heading: string;
  readonly meaning: string;
  readonly source: string;
  readonly of?: Kind;
  readonly ukprn: (facts: RowFacts) => string | null;
  readonly trust: (facts: RowFacts) => Trust | null;
}

const trustColumns = ({ name, heading, meaning, source, of, ukprn, trust }: WhichTrust) => {
  const which = { source, format: as.text, ...(of && { of }) };
  return [
    column(`${name}_name`, {
      heading: `${heading} name`,
      meaning: `Name of ${meaning}.`,
      ...which,
      cell: (facts) => text(trust(facts)?.name),
    }),
    column(`${name}_ukprn`, {
      heading: `${heading} UKPRN`,
      meaning: `Provider number of ${meaning}, as the project has it.`,
      ...which,
      format: as.identifier,
      source: from.project,
      cell: (facts) => identifier(ukprn(facts)),
    }),
    column(`${name}_reference_number`, {
      heading: `${heading} reference number (TRN)`,
      meaning: `Reference number (TR and five digits) of ${meaning}.`,
      ...which,
      format: as.identifier,
      cell: (facts) => identifier(trust(facts)?.trn),
    }),
    column(`${name}_companies_house_number`, {
      heading: `${heading} companies house number`,
      meaning: `Number of ${meaning} at Companies House.`,
      ...which,
      format: as.identifier,
      cell: (facts) => identifier(trust(facts)?.companiesHouseNumber),
    }),
    ...addressColumns({
      name,
      heading,
      longHeadings: true,
      meaning,
      source,
      ...(of && { of }),
      address: (facts) => trust(facts)?.address,
    }),
  ];
};

/** The trust that the school or academy goes to. */
export const incomingTrustColumns = group(
  'incoming trust',
  trustColumns({
    name: 'incoming_trust',
    heading: 'Incoming trust',
    meaning: 'the trust that the school or academy goes to',
    source: from.incomingTrust,
    ukprn: ({ project }) => project.incomingTrust.ukprn,
    trust: ({ incomingTrust }) => incomingTrust,
  }),
);

/** The trust that an academy leaves. */
export const outgoingTrustColumns = group(
  'outgoing trust',
  trustColumns({
    name: 'outgoing_trust',
    heading: 'Outgoing trust',
    meaning: 'the trust that the academy leaves',
    source: from.outgoingTrust,
    of: 'transfer',
    ukprn: ({ project }) => project.outgoingTrustUkprn,
    trust: ({ outgoingTrust }) => outgoingTrust,
  }),
);
