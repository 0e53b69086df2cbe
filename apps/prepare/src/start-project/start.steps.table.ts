import { kinds, routes } from '@academies/contracts';
import { checkboxes, form, fromRegister, type Option, radios, text, yesOrNo } from '@academies/forms';
import { stepsOf } from '@academies/web';
import type { StartAnswers } from './new-project.ts';

/** What the register says of what was answered so far. */
export interface StartFacts {
  readonly school: string | null;
  readonly outgoingTrust: string | null;
  readonly incomingTrust: string | null;
  /** Academies that the outgoing trust runs. */
  readonly academies: readonly Option[];
}

/** The pages of "Start a project", in their order (docs/domain/prepare.md). A page is one entry. */
export const steps = stepsOf<StartAnswers, StartFacts>()({
  kind: {
    title: 'What kind of project is it?',
    form: form({
      fields: {
        kind: radios({
          label: 'Kind of project',
          choices: {
            conversion: { text: kinds.say('conversion'), hint: 'A maintained school becomes an academy' },
            transfer: { text: kinds.say('transfer'), hint: 'Academies move from one trust to another' },
          },
          required: 'Select the kind of project',
        }),
      },
    }),
    says: ({ kind }) => [{ key: 'Kind of project', text: kind ? kinds.say(kind) : '' }],
  },
  school: {
    title: 'Which school converts?',
    form: form({
      fields: {
        school: fromRegister('school', {
          label: 'Name or URN of the school',
          hint: 'An open maintained school, pupil referral unit or sixth form college',
          required: 'Enter the name or URN of the school',
        }),
      },
    }),
    due: ({ kind }) => kind === 'conversion',
    offer: ({ school }, facts) => ({ school: school ? [{ value: school, text: facts.school ?? school }] : [] }),
    says: ({ school }, facts) => [{ key: 'School', text: `${facts.school ?? 'Not in the register'}, URN ${school}` }],
  },
  route: {
    title: 'Has the school applied?',
    form: form({
      fields: {
        route: radios({
          label: 'Has the school applied?',
          choices: {
            voluntary: `Yes: ${routes.say('voluntary').toLowerCase()}`,
            sponsored: 'No: sponsored, by a directive academy order',
          },
          required: 'Select whether the school has applied',
        }),
      },
    }),
    due: ({ kind }) => kind === 'conversion',
    says: ({ route }) => [{ key: 'Route', text: route === 'voluntary' ? 'Voluntary' : 'Sponsored' }],
  },
  'outgoing-trust': {
    title: 'Which trust do the academies leave?',
    form: form({
      fields: {
        outgoingTrust: fromRegister('trust', {
          label: 'Name, UKPRN or TRN of the outgoing trust',
          required: 'Enter the name, UKPRN or TRN of the trust',
          lookUp: 'open-trust',
        }),
      },
    }),
    due: ({ kind }) => kind === 'transfer',
    offer: ({ outgoingTrust }, facts) => ({
      outgoingTrust: outgoingTrust ? [{ value: outgoingTrust, text: facts.outgoingTrust ?? outgoingTrust }] : [],
    }),
    says: ({ outgoingTrust }, facts) => [{ key: 'Outgoing trust', text: facts.outgoingTrust ?? outgoingTrust ?? '' }],
  },
  academies: {
    title: (_, { outgoingTrust }) => `Which academies leave ${outgoingTrust ?? 'the trust'}?`,
    form: form({
      fields: {
        academies: checkboxes({
          label: 'Academies',
          hint: 'Select all that transfer',
          required: 'Select at least one academy',
        }),
      },
    }),
    due: ({ kind }) => kind === 'transfer',
    offer: (_, { academies }) => ({ academies }),
    says: (answers, { academies }) => [
      {
        key: 'Academies',
        text: answers.academies.map(
          (urn) => `${academies.find(({ value }) => value === urn)?.text ?? 'Not in the register'}, URN ${urn}`,
        ),
      },
    ],
  },
  'new-trust': {
    title: 'Does the project set up a new trust?',
    form: form({
      fields: {
        formingAMat: yesOrNo({
          label: 'Does the project set up a new trust?',
          hint: 'No, when it joins a MAT that exists. Yes, when it forms a MAT',
          required: 'Select whether the project sets up a new trust',
        }),
        newTrust: text({
          label: 'Proposed name of the new trust',
          hint: 'Projects with the same name belong together',
          required: 'Enter the proposed name of the new trust',
        }).when('formingAMat', true),
      },
    }),
    says: ({ formingAMat, newTrust, route }) =>
      formingAMat
        ? [{ key: 'Incoming trust', text: `New: ${newTrust}` }]
        : route === 'voluntary'
          ? [{ key: 'Incoming trust', text: laterOn }]
          : [],
  },
  'preferred-trust': {
    title: 'Is there a preferred trust?',
    form: form({
      fields: {
        hasPreferredTrust: yesOrNo({
          label: 'Is there a preferred trust?',
          hint: 'A trust that is to sponsor the school. You can change it until the project is approved',
          required: 'Select whether there is a preferred trust',
        }),
        preferredTrust: fromRegister('trust', {
          label: 'Name, UKPRN or TRN of the preferred trust',
          required: 'Enter the name, UKPRN or TRN of the preferred trust',
          lookUp: 'open-trust',
        }).when('hasPreferredTrust', true),
      },
    }),
    due: ({ route, formingAMat }) => route === 'sponsored' && formingAMat === false,
    offer: ({ preferredTrust }, facts) => ({ preferredTrust: chosen(preferredTrust, facts) }),
    says: ({ preferredTrust }, facts) => [{ key: 'Preferred trust', text: nameOf(preferredTrust, facts) }],
  },
  'incoming-trust': {
    title: 'What is the incoming trust?',
    form: form({
      fields: {
        incomingTrust: fromRegister('trust', {
          label: 'Name, UKPRN or TRN of the incoming trust',
          hint: 'You can leave this empty and choose it on the project’s page',
          lookUp: 'open-trust',
        }),
      },
    }),
    due: ({ kind, formingAMat }) => kind === 'transfer' && formingAMat === false,
    offer: ({ incomingTrust }, facts) => ({ incomingTrust: chosen(incomingTrust, facts) }),
    says: ({ incomingTrust }, facts) => [{ key: 'Incoming trust', text: nameOf(incomingTrust, facts) }],
  },
});

const laterOn = 'To be chosen on the project’s page';

/** The trust that was chosen before, by its name. */
const chosen = (ukprn: string | null, { incomingTrust }: StartFacts): Option[] =>
  ukprn ? [{ value: ukprn, text: incomingTrust ?? ukprn }] : [];

const nameOf = (ukprn: string | null, { incomingTrust }: StartFacts): string =>
  ukprn ? (incomingTrust ?? `Not in the register, UKPRN ${ukprn}`) : laterOn;
