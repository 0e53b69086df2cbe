import { type Problem, type Region, regions } from '@academies/contracts';
import {
  type Answer,
  checkboxes,
  type FieldError,
  form,
  type Offer,
  radios,
  select,
  textarea,
  url,
} from '@academies/forms';

const yesOrNo = { yes: 'Yes', no: 'No' } as const;

/** What a regional delivery officer tells when taking a project over. Who may leave a field out is the rule's matter. */
export const handoverDetailsForm = form({
  fields: {
    with_casework: radios({
      label: 'Will Regional Casework Services run this project?',
      choices: yesOrNo,
      required: 'Select whether Regional Casework Services will run this project',
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
    /** Asked when the project's region is not that of who takes it over. */
    other_region: checkboxes({
      label: 'This project is not in your region. Do you still want to take it over?',
      choices: { agreed: 'Yes, take it over' },
    }),
  },
  button: 'Complete the handover',
});
export type HandoverDetailsAnswer = Answer<typeof handoverDetailsForm>;

/** Each answer to who will run it, with what becomes of the project then; `own` is the region of who takes it over. */
export const whoWillRunIt = (own: Region | null): Offer => [
  {
    value: 'yes',
    text: yesOrNo.yes,
    hint: 'It goes to Regional Casework Services, assigned to nobody yet. Their team leaders are told by e-mail and assign it.',
  },
  {
    value: 'no',
    text: yesOrNo.no,
    hint: own
      ? `Your team, ${regions.say(own)}, runs it, and it is assigned to you.`
      : 'The region that you choose below runs it, and it is assigned to the person that you choose.',
  },
];

/** The field of the form for a part of the rule's command. */
const fields: Readonly<Record<string, keyof HandoverDetailsAnswer>> = {
  comments: 'comments',
  school: 'school_link',
  incomingTrust: 'incoming_trust_link',
  outgoingTrust: 'outgoing_trust_link',
  region: 'region',
  assignTo: 'person',
  takesOver: 'other_region',
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
    return isTold || !(with_casework || name.endsWith('_link') || name === 'other_region')
      ? []
      : [[name, message] as const];
  });
  const order = Object.keys(handoverDetailsForm.fields);
  return [...unread, ...handoverDetailsForm.wrong(Object.fromEntries(messages)).errors].toSorted(
    (one, other) => order.indexOf(one.field) - order.indexOf(other.field),
  );
}

export const fieldOf = (field: string | undefined): keyof HandoverDetailsAnswer | '' => fields[field ?? ''] ?? '';
