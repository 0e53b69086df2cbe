import type { Contact, Kind } from '@academies/contracts';
import type { TheProject } from '../rows/row-facts.ts';
import { type Cell, joined, none, text } from './cell.ts';
import { column } from './column.ts';
import { as, from } from './sources.ts';

const english = new Intl.Collator('en-GB', { sensitivity: 'base' });

/** As an English reader orders names, no matter of case or accent; equal names by id (docs/domain/reporting.md, "What a cell says"). */
const byName = (one: Contact, other: Contact): number =>
  english.compare(one.name, other.name) || (one.id < other.id ? -1 : 1);

/** Every contact of a category, in name order. */
export const contactsOf = (project: TheProject, category: Contact['category']): readonly Contact[] =>
  project.contacts.filter((contact) => contact.category === category).sort(byName);

/** The contact marked primary for its organisation. */
export const primaryOf = (project: TheProject, category: Contact['category']): Contact | undefined =>
  contactsOf(project, category).find(({ primary }) => primary);

/** The person whom a task names: the headteacher, the main contact … */
export function keyContactOf(project: TheProject, key: keyof TheProject['keyContacts']): Contact | undefined {
  const id = project.keyContacts[key];
  return id === undefined ? undefined : project.contacts.find((contact) => contact.id === id);
}

type Part = 'name' | 'role' | 'email' | 'phone';
export const saying: Record<Part, string> = {
  name: 'Name of',
  role: 'Role of',
  email: 'E-mail address of',
  phone: 'Telephone number of',
};

interface OnePerson {
  readonly name: string;
  readonly heading: string;
  readonly meaning: string;
  readonly who: (project: TheProject) => Contact | undefined;
  readonly parts?: readonly Part[];
  readonly format?: string | Partial<Record<Part, string>>;
  /** What the role says of whoever is confirmed, whatever was typed. */
  readonly role?: string;
  readonly of?: Kind;
}

export const fourParts: readonly Part[] = ['name', 'role', 'email', 'phone'];

/** Columns about one person of the project. */
export const onePerson = ({ name, heading, meaning, who, parts = fourParts, format = as.text, role, of }: OnePerson) =>
  parts.map((part) =>
    column(`${name}_${part}`, {
      heading: `${heading} ${part}`,
      meaning: `${saying[part]} ${meaning}.`,
      source: from.contacts,
      format: typeof format === 'string' ? format : (format[part] ?? as.text),
      ...(of && { of }),
      cell: ({ project }): Cell => {
        const contact = who(project);
        return contact ? text(part === 'role' && role ? role : contact[part]) : none;
      },
    }),
  );

interface Everybody {
  readonly name: string;
  readonly heading: string;
  readonly meaning: string;
  readonly category: Contact['category'];
  readonly parts?: readonly Part[];
}

/** Columns about all contacts of a category; what one of them lacks leaves its place empty, so that places line up. */
export const everybody = ({ name, heading, meaning, category, parts = ['name', 'email', 'phone'] }: Everybody) =>
  parts.map((part) =>
    column(`${name}_${part}`, {
      heading: `${heading} ${part}`,
      meaning: `${saying[part]} ${meaning}, each in the same place in every such column.`,
      source: from.contacts,
      format: as.everyContact,
      cell: ({ project }): Cell => {
        const said = contactsOf(project, category).map((contact) => contact[part] ?? '');
        return said.some(Boolean) ? joined(said) : none;
      },
    }),
  );
