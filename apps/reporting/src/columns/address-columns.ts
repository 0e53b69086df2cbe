import type { Address, Kind } from '@academies/contracts';
import type { RowFacts } from '../rows/row-facts.ts';
import { type Cell, text, unlessFiller } from './cell.ts';
import { column } from './column.ts';
import { as } from './sources.ts';

const parts: readonly [part: keyof Address, name: string, words: string, meaning: string][] = [
  ['line1', 'address_1', 'address 1', 'First line of the address'],
  ['line2', 'address_2', 'address 2', 'Second line of the address'],
  ['line3', 'address_3', 'address 3', 'Third line of the address'],
  ['town', 'address_town', 'town', 'Town in the address'],
  ['county', 'address_county', 'county', 'County in the address'],
  ['postcode', 'address_postcode', 'postcode', 'Postcode'],
];

interface Whose {
  /** Start of each column's name: `school` makes `school_address_1`. */
  readonly name: string;
  /** Start of each heading; `Incoming trust` says "address town" where `School` says "town". */
  readonly heading: string;
  readonly longHeadings?: boolean;
  readonly meaning: string;
  readonly source: string;
  readonly of?: Kind;
  readonly address: (facts: RowFacts) => Address | undefined;
}

/** The six columns of somebody's address. */
export const addressColumns = ({ name, heading, longHeadings = false, meaning, source, of, address }: Whose) =>
  parts.map(([part, suffix, words, what]) =>
    column(`${name}_${suffix}`, {
      heading: `${heading} ${longHeadings && !words.startsWith('address') ? `address ${words}` : words}`,
      meaning: `${what} of ${meaning}.`,
      source,
      format: as.text,
      ...(of && { of }),
      cell: (facts): Cell => text(unlessFiller(address(facts)?.[part])),
    }),
  );
