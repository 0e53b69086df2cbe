import { organisationsWithPrimary } from '@academies/complete';
import { type Contact, contactCategories } from '@academies/contracts';
import { type Answer, email, form, radios, select, text, tick } from '@academies/forms';

/** Who it is, before anything is typed. */
export const whoForm = form({
  fields: { who: radios({ label: 'Who do you want to add?', required: 'Select who you want to add' }) },
});

const number = /^[+(\d][\d\s()./+-]{5,}(\s*(ext\.?|x)\s*\d{1,6})?$/i;

/** Somebody outside the Department whom the project talks to (docs/domain/complete.md, "Contacts"). */
export const contactForm = form({
  fields: {
    category: select({
      label: 'Which organisation are they from?',
      choices: contactCategories.table,
      required: 'Select an organisation',
    }),
    name: text({ label: 'Name', required: 'Enter a name' }),
    role: text({ label: 'Role', hint: 'For example, business manager', required: 'Enter a role' }),
    organisation: text({ label: 'Name of the organisation' }),
    email: email({ label: 'Email address' }),
    phone: text({
      label: 'Phone number',
      width: 20,
      max: 40,
      rules: [(value) => !number.test(value) && 'Enter a phone number, like 01632 960 001 or 07700 900 982'],
    }),
    primary: tick({
      label: 'Primary contact of the school or academy, the trust or the local authority',
      hint: 'Each of them has one. Whoever is it now loses the mark.',
    }),
  },
  together: ({ category, primary }) =>
    primary && !organisationsWithPrimary.includes(category)
      ? { primary: 'Only a school or academy, a trust and a local authority have a primary contact' }
      : {},
  button: 'Save contact',
});

/** The contact with this id as it was answered. */
export const contactOf = (id: string, answer: Answer<typeof contactForm>): Contact => ({ id, ...answer });

/** Deleting asks once; where tasks name the contact, the page has said which lose it. */
export const deleteForm = form({
  fields: {
    sure: tick({ label: 'Yes, delete this contact', required: 'Confirm that you want to delete this contact' }),
  },
  button: 'Delete contact',
});
