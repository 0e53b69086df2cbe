import { date, radios, tick } from '@academies/forms';
import { choosesContact } from './commands.ts';
import { documentIs, steps, task, type TaskEntry } from './task.ts';
import type { KeyContact } from '../../contacts/contacts.ts';

/** Tasks that conversions and transfers have alike; a task whose fields differ stands with its kind. */

const contactTask = (name: KeyContact, title: string, label: string) =>
  task(name, {
    title,
    guidance: 'Choose one of the contacts of the project.',
    fields: { [name]: radios({ label }) },
    command: choosesContact(name),
  });

export const handover = task('handover', {
  title: 'Handover with regional delivery officer',
  guidance: 'Read what Prepare knows of the project, then talk to the regional delivery officer who prepared it.',
  optional: true,
  fields: steps({
    review: 'Read the project in Prepare',
    notes: 'Write down what to ask the regional delivery officer',
    meeting: 'Meet the regional delivery officer',
    sacre_exemption: 'Ask whether the school has an exemption from collective worship (SACRE)',
  }),
});

export const headteacher = contactTask('headteacher', "Confirm the headteacher's details", 'Who is the headteacher?');
export const chairOfGovernors = contactTask(
  'chair_of_governors',
  "Confirm the chair of governors' details",
  'Who is the chair of governors?',
);
export const incomingTrustCeo = contactTask(
  'incoming_trust_ceo',
  "Confirm the incoming trust CEO's details",
  'Who is the chief executive officer of the incoming trust?',
);
export const outgoingTrustCeo = contactTask(
  'outgoing_trust_ceo',
  "Confirm the outgoing trust CEO's details",
  'Who is the chief executive officer of the outgoing trust?',
);
export const mainContact = contactTask(
  'main_contact',
  'Confirm the main contact',
  'Who is the main contact for the project?',
);

export const articlesOfAssociation = task('articles_of_association', {
  title: 'Articles of association',
  guidance: "The trust's articles say how it is governed. They may need a change before the school joins.",
  optional: true,
  fields: {
    ...documentIs('received', 'cleared'),
    ...steps({ sent: 'Sent to the trust to be signed', signed: 'Signed by the trust' }),
    ...documentIs('saved'),
  },
});

export const commercialTransferAgreement = task('commercial_transfer_agreement', {
  title: 'Commercial transfer agreement',
  guidance: 'The parties agree which staff, assets and contracts move to the trust.',
  fields: {
    ...steps({
      agreed: 'Agreed by the parties',
      signed: 'Signed by the parties',
      questions_received: 'Answers to our questions about it received',
      questions_checked: 'Answers checked',
    }),
    ...documentIs('saved'),
  },
});

/** The title of a task whose fields differ by kind, and what both kinds say of it. */
export const riskProtection: Omit<TaskEntry, 'fields'> = {
  title: "Confirm the academy's risk protection arrangements",
  guidance: 'Ask which cover the academy will have from its first day.',
};
export const masterFundingAgreement: Omit<TaskEntry, 'fields'> = {
  title: 'Master funding agreement',
  guidance: 'Needed when the trust has none yet, or one that is out of date.',
  optional: true,
};
export const churchSupplementalAgreement: Omit<TaskEntry, 'fields'> = {
  title: 'Church supplemental agreement',
  guidance: 'Needed when the school is a church school.',
  optional: true,
};
export const supplementalFundingAgreement: Omit<TaskEntry, 'fields'> = {
  title: 'Supplemental funding agreement',
  guidance: 'The agreement between the trust and the Secretary of State for this academy.',
};
export const deedOfVariation: Omit<TaskEntry, 'fields'> = {
  title: 'Deed of variation',
  guidance: "Needed when the trust's funding agreements have to be changed.",
  optional: true,
};
export const redactAndSend: Omit<TaskEntry, 'fields'> = {
  title: 'Redact and send documents',
  guidance: 'Names and signatures are blacked out before documents are published.',
  afterCompletion: true,
};
export const declarationOfExpenditure: Omit<TaskEntry, 'fields'> = {
  title: 'Receive declaration of expenditure certificate',
  guidance: 'The trust says how the grant was spent. The certificate may arrive months after the opening.',
  optional: true,
  keepsAnswers: true,
  afterCompletion: true,
};
export const dateReceived = date({
  label: 'When was the certificate received?',
  hint: 'For example, 27 3 2027',
  called: 'The date the certificate was received',
  range: { from: '2010-01-01', to: 'today' },
});
export const completed = (label: string) => ({ completed: tick({ label }) });
