import { menders } from './menders.ts';
import { monthsBefore, type Rule } from './rule.ts';

const threeMonthsBefore: Rule['from'] = ({ facts: { project } }) => monthsBefore(project.significantDate, 3);

/** Contacts whom letters go to, as their columns begin, and whose they are. */
const written = {
  main_contact: 'The main contact',
  school_main_contact: 'The primary contact at the school',
  incoming_trust_main_contact: 'The primary contact at the incoming trust',
  outgoing_trust_main_contact: 'The primary contact at the outgoing trust',
};

/** Is this more than one person, or somebody with a remark? Two names, a slash, brackets. */
const oddName = /[()[\]/;]|&|\b(and|acting|interim|co-?head\w*)\b/i;

/** Whom to write to. */
export const contactRules: readonly Rule[] = [
  {
    name: 'no-main-contact',
    title: 'There is no main contact',
    level: 'stops money',
    columns: ['main_contact_name'],
    mend: menders.task('main_contact'),
    finds: ({ facts, cell }) =>
      facts.complete && cell('main_contact_name') === null ? 'Nobody is chosen as main contact' : undefined,
    from: threeMonthsBefore,
  },
  {
    name: 'no-headteacher',
    title: 'There is no headteacher',
    level: 'stops money',
    columns: ['headteacher_contact_name'],
    mend: menders.task('headteacher'),
    finds: ({ facts, cell }) =>
      facts.complete && cell('headteacher_contact_name') === null ? 'No headteacher is confirmed' : undefined,
    from: threeMonthsBefore,
  },
  {
    name: 'contact-without-email',
    title: 'A contact has no e-mail address',
    level: 'stops money',
    columns: Object.keys(written).flatMap((name) => [`${name}_name`, `${name}_email`]),
    mend: menders.contacts,
    finds: ({ cell }) => {
      const lacking = Object.entries(written).filter(([name]) => cell(`${name}_name`) && !cell(`${name}_email`));
      return lacking.length > 0
        ? `${lacking.map(([name, whose]) => `${whose}, ${cell(`${name}_name`)},`).join(' ')} has no e-mail address`
        : undefined;
    },
  },
  {
    name: 'odd-head',
    title: 'The head in the register is not one plain name',
    level: 'needs a look',
    columns: ['headteacher_in_register'],
    mend: menders.register,
    finds: ({ cell }) => {
      const head = cell('headteacher_in_register');
      return head && oddName.test(head) ? `The register has “${head}” as head` : undefined;
    },
  },
];
