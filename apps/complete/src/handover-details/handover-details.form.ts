import { type Problem, regions } from '@academies/contracts';
import { type Answer, type FieldError, form, radios, select, textarea, url } from '@academies/forms';

const yesOrNo = { yes: 'Yes', no: 'No' } as const;

/** What a regional delivery officer tells when taking a project over. Who may leave a field out is the rule's matter. */
export const handoverDetailsForm = form({
  fields: {
    with_casework: radios({
      label: 'Will Regional Casework Services run this project?',
      choices: yesOrNo,
      required: 'Select whether Regional Casework Services will run this project',
      inline: true,
    }),
    comments: textarea({
      label: 'Handover comments',
      hint: 'What the next person should know. Needed for Regional Casework Services',
    }),
    school_link: url({
      max: 2_000,
      label: 'SharePoint link of the school or academy',
      required: 'Enter the SharePoint link of the school or academy',
    }),
    incoming_trust_link: url({
      max: 2_000,
      label: 'SharePoint link of the incoming trust',
      required: 'Enter the SharePoint link of the incoming trust',
    }),
    outgoing_trust_link: url({ label: 'SharePoint link of the outgoing trust', max: 2_000 }),
    two_requires_improvement: radios({
      label: 'Is this because of two requires improvement judgements in a row (2RI)?',
      choices: yesOrNo,
      required: 'Select whether this is because of two requires improvement judgements (2RI)',
      inline: true,
    }),
    region: select({
      label: 'Region that runs the project',
      hint: 'Not needed for Regional Casework Services',
      choices: regions.table,
    }),
    person: select({ label: 'Person who runs the project', hint: 'Not needed for Regional Casework Services' }),
  },
  button: 'Complete the handover',
});
export type HandoverDetailsAnswer = Answer<typeof handoverDetailsForm>;

/** The field of the form for a part of the rule's command. */
const fields: Readonly<Record<string, keyof HandoverDetailsAnswer>> = {
  comments: 'comments',
  school: 'school_link',
  incomingTrust: 'incoming_trust_link',
  outgoingTrust: 'outgoing_trust_link',
  region: 'region',
  assignTo: 'person',
};
/**
 * Everything that is wrong at once, in the order of the page: what could not be read, and what the rule says of the rest.
 * While nobody knows who runs the project, only links can be judged.
 */
export function withRules(
  unread: readonly FieldError[],
  problems: readonly Problem[],
  { with_casework }: Partial<HandoverDetailsAnswer>,
): FieldError[] {
  const messages = problems.flatMap(({ field, message }) => {
    const name = fieldOf(field);
    const isTold = unread.some((error) => error.field === name);
    return isTold || !(with_casework || name.endsWith('_link')) ? [] : [[name, message] as const];
  });
  const order = Object.keys(handoverDetailsForm.fields);
  return [...unread, ...handoverDetailsForm.wrong(Object.fromEntries(messages)).errors].toSorted(
    (one, other) => order.indexOf(one.field) - order.indexOf(other.field),
  );
}

export const fieldOf = (field: string | undefined): keyof HandoverDetailsAnswer | '' => fields[field ?? ''] ?? '';
