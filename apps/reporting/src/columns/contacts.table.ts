import type { RowFacts, TheProject } from '../rows/row-facts.ts';
import { none, text } from './cell.ts';
import { column, group } from './column.ts';
import { contactsOf, everybody, fourParts, keyContactOf, onePerson, primaryOf, saying } from './contact-columns.ts';
import { as, from } from './sources.ts';

const localAuthorityContact = (project: TheProject) =>
  primaryOf(project, 'local_authority') ?? contactsOf(project, 'local_authority')[0];

const director = ({ localAuthority }: RowFacts) => localAuthority?.directorOfChildrensServices;
const mp = ({ constituency }: RowFacts) => constituency?.mp;

/** The House of Commons, for members who are known. */
const commons = (line: string | null) => (facts: RowFacts) => (mp(facts) ? text(line) : none);

/** Whom to write to. */
export const contactsColumns = group('contacts', [
  ...onePerson({
    name: 'main_contact',
    heading: 'Project main contact',
    meaning: 'the person to turn to about the project',
    who: (project) => keyContactOf(project, 'main_contact'),
    format: as.mainContact,
  }),
  ...onePerson({
    name: 'headteacher_contact',
    heading: 'Headteacher',
    meaning: 'the headteacher whom the project has confirmed',
    who: (project) => keyContactOf(project, 'headteacher'),
    format: { role: '`Headteacher` once confirmed' },
    role: 'Headteacher',
  }),
  ...onePerson({
    name: 'school_main_contact',
    heading: 'Primary contact for school',
    meaning: 'the first person to turn to at the school or academy',
    who: (project) => primaryOf(project, 'school'),
    format: as.primary,
  }),
  ...onePerson({
    name: 'chair_of_governors',
    heading: 'Chair of governors',
    meaning: 'the person who chairs the governors of the school',
    who: (project) => keyContactOf(project, 'chair_of_governors'),
  }),
  ...everybody({
    name: 'academy_contact',
    heading: 'Academy contact',
    meaning: 'every contact at the school or academy',
    category: 'school',
  }),
  ...onePerson({
    name: 'incoming_trust_main_contact',
    heading: 'Primary contact for incoming trust',
    meaning: 'the first person to turn to at the incoming trust',
    who: (project) => primaryOf(project, 'incoming_trust'),
    format: as.primary,
  }),
  ...onePerson({
    name: 'incoming_trust_ceo_contact',
    heading: 'Incoming trust CEO',
    meaning: 'the chief executive of the incoming trust',
    who: (project) => keyContactOf(project, 'incoming_trust_ceo'),
    format: { role: '`CEO` once confirmed' },
    role: 'CEO',
  }),
  ...onePerson({
    name: 'outgoing_trust_main_contact',
    heading: 'Primary contact for outgoing trust',
    meaning: 'the first person to turn to at the outgoing trust',
    who: (project) => primaryOf(project, 'outgoing_trust'),
    format: as.primary,
    of: 'transfer',
  }),
  ...onePerson({
    name: 'outgoing_trust_ceo_contact',
    heading: 'Outgoing trust CEO',
    meaning: 'the chief executive of the outgoing trust',
    who: (project) => keyContactOf(project, 'outgoing_trust_ceo'),
    format: { role: '`CEO` once confirmed' },
    role: 'CEO',
    of: 'transfer',
  }),
  ...onePerson({
    name: 'local_authority_contact',
    heading: 'Local authority contact',
    meaning: 'the person to turn to at the local authority',
    who: localAuthorityContact,
    parts: ['name', 'email', 'phone'],
    format: {
      name: "the primary local authority contact, else the first by name (the director of children's services is not one of them; it has columns of its own); blank if none",
      email: as.sameContact,
      phone: as.sameContact,
    },
  }),
  ...(['name', 'role', 'email'] as const).map((part) =>
    column(`director_of_childrens_services_${part}`, {
      heading: `Director of children's services ${part}`,
      meaning: `${saying[part]} the director of children's services at the local authority.`,
      source: from.authorityInComplete,
      format: as.text,
      cell: (facts) => text(director(facts)?.[part]),
    }),
  ),
  ...everybody({
    name: 'diocese_contact',
    heading: 'Diocese contact',
    meaning: 'every contact at the diocese',
    category: 'diocese',
  }),
  ...everybody({
    name: 'solicitor_contact',
    heading: 'Solicitor contact',
    meaning: 'every solicitor of the project',
    category: 'solicitor',
  }),
  ...everybody({
    name: 'other_contact',
    heading: 'Other contacts',
    meaning: 'every other contact of the project',
    category: 'other',
    parts: fourParts,
  }),
  column('mp_constituency', {
    heading: 'Parliamentary constituency',
    meaning: 'The constituency in which the school lies.',
    source: from.constituency,
    format: as.text,
    cell: ({ school }) => text(school?.constituency.name),
  }),
  column('mp_name', {
    heading: 'MP name',
    meaning: 'Name of the member of parliament for that constituency.',
    source: from.constituency,
    format: as.text,
    cell: (facts) => text(mp(facts)?.name),
  }),
  column('mp_email', {
    heading: 'MP email',
    meaning: 'E-mail address of the member of parliament.',
    source: from.constituency,
    format: as.text,
    cell: (facts) => text(mp(facts)?.email),
  }),
  column('mp_address_1', {
    heading: 'MP address 1',
    meaning: 'First line of the address at which the member of parliament gets letters.',
    source: from.constituency,
    format: '`House of Commons`; blank when the MP is unknown',
    cell: commons('House of Commons'),
  }),
  column('mp_address_2', {
    heading: 'MP address 2',
    meaning: 'Second line of that address.',
    source: from.constituency,
    format: '`London`; blank when the MP is unknown',
    cell: commons('London'),
  }),
  column('mp_address_3', {
    heading: 'MP address 3',
    meaning: 'Always blank.',
    source: from.constituency,
    format: 'always blank (kept so that address blocks line up)',
    cell: () => none,
  }),
  column('mp_address_postcode', {
    heading: 'MP postcode',
    meaning: 'Postcode of that address.',
    source: from.constituency,
    format: '`SW1A 0AA`; blank when the MP is unknown',
    cell: commons('SW1A 0AA'),
  }),
]);
