import { columnNamed } from '../columns/columns.ts';
import { dateColumns } from '../filters/narrow-row.ts';

/** What rows can be ordered by: the name in the address, its words, and the column of the narrow table. */
export interface Order {
  readonly name: string;
  readonly text: string;
  readonly column: string;
}

const named = (name: string, text: string, column: string): Order => ({ name, text, column });

/** Every order of rows; each can be turned by a minus before its name. Blanks come last, turned first. */
export const orders: readonly Order[] = [
  ...dateColumns.map(({ name }) => named(name, columnNamed(name).heading, name)),
  named('school', 'School name', 'school_in_order'),
  named('urn', 'School URN', 'school_urn'),
  named('trust', 'Incoming trust name', 'trust_in_order'),
  named('authority', 'Local authority', 'authority_in_order'),
  named('region', 'Region', 'region'),
  named('team', 'Team', 'managing_team'),
  named('person', 'Assigned to in Complete', 'assigned_to_email'),
];

/** As in every file: the date that now holds. */
export const firstOrder = 'significant_date';

/** The order of a name in an address, which may be turned. */
export const orderNamed = (said: string): (Order & { readonly turned: boolean }) | undefined => {
  const turned = said.startsWith('-');
  const order = orders.find(({ name }) => name === (turned ? said.slice(1) : said));
  return order && { ...order, turned };
};
