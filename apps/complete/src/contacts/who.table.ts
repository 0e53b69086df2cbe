import type { KeyContact } from '@academies/complete';
import { type Contact, contactCategories, type Establishment, type Kind } from '@academies/contracts';
import type { AboutProject } from '../project/about-project.ts';
import { nameOf } from '../project/about-project.ts';

/** Somebody whom most projects have: category, role and organisation are known before anybody types. */
interface KnownContact {
  readonly text: string;
  readonly category: Contact['category'];
  readonly role: string;
  readonly kind?: Kind;
  /** The task that asks for them. */
  readonly task: KeyContact;
  readonly organisation: (about: AboutProject) => string | null | undefined;
  /** What the register knows of the person. */
  readonly person?: (about: AboutProject) => { name?: string; role?: string };
}

const school = (about: AboutProject) => nameOf(about);
const headOf = ({ head }: Establishment) => ({
  name: [head.title, head.firstName, head.lastName].filter(Boolean).join(' '),
  role: head.jobTitle ?? 'Headteacher',
});

/** Who a contact is, asked before anything else (docs/domain/complete-pages.md, "A project"). */
export const knownContacts = {
  headteacher: {
    text: 'Headteacher',
    category: 'school',
    role: 'Headteacher',
    task: 'headteacher',
    organisation: school,
    person: (about) => (about.school ? headOf(about.school) : {}),
  },
  chair_of_governors: {
    text: 'Chair of governors',
    category: 'school',
    role: 'Chair of governors',
    kind: 'conversion',
    task: 'chair_of_governors',
    organisation: school,
  },
  incoming_trust_ceo: {
    text: 'Chief executive officer of the incoming trust',
    category: 'incoming_trust',
    role: 'Chief executive officer',
    task: 'incoming_trust_ceo',
    organisation: ({ incomingTrust, project }) => incomingTrust?.name ?? project.incomingTrust.name,
  },
  outgoing_trust_ceo: {
    text: 'Chief executive officer of the outgoing trust',
    category: 'outgoing_trust',
    role: 'Chief executive officer',
    kind: 'transfer',
    task: 'outgoing_trust_ceo',
    organisation: ({ outgoingTrust }) => outgoingTrust?.name,
  },
} as const satisfies Record<string, KnownContact>;
export type Who = keyof typeof knownContacts;

/** The contact that is meant, if it is one of those that are known. */
export const knownContact = (who: unknown): KnownContact | undefined =>
  typeof who === 'string' && Object.hasOwn(knownContacts, who) ? knownContacts[who as Who] : undefined;

/** Whom a project of a kind may have, in the words of the page. */
export const whoMayBe = (kind: Kind): { value: string; text: string }[] => [
  ...Object.entries(knownContacts as Record<string, KnownContact>)
    .filter(([, { kind: only }]) => !only || only === kind)
    .map(([value, { text }]) => ({ value, text })),
  { value: 'someone_else', text: 'Someone else' },
];

/** The one whom a task asks for, where it is one of those that are known. */
export const whoIsAskedFor = (task: KeyContact | undefined): string | undefined =>
  Object.entries(knownContacts).find(([, known]) => known.task === task)?.[0];

/** Where the contacts of a project of a kind can be from: a conversion has no outgoing trust. */
export const categoriesOf = (kind: Kind): Contact['category'][] =>
  contactCategories.names.filter((category) => kind === 'transfer' || category !== 'outgoing_trust');
