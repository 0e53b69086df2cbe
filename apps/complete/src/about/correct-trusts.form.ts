import { correctTrusts, joinsATrust, maySupport } from '@academies/complete';
import type { Trust } from '@academies/contracts';
import { form, fromRegister, textarea, tick } from '@academies/forms';
import { trustsByUkprn } from '@academies/register';
import { projectForm } from '../project/project-form.page.ts';
import { trustsInGroup } from './trusts-in-group.ts';

const trust = (which: 'incoming' | 'outgoing') =>
  fromRegister('trust', {
    label: `Which is the ${which} trust?`,
    hint: 'Name, UKPRN or TRN',
    required: `Enter the ${which} trust`,
  });
const incomingTrust = trust('incoming');
const outgoingTrust = trust('outgoing');
const last = {
  reason: textarea({
    label: 'Why is it corrected?',
    hint: 'It stands in the history.',
    required: 'Enter why the trusts are corrected',
    max: 2_000,
  }),
  decided: tick({
    label: 'The decision on this project was corrected in Prepare',
    required: 'Confirm that the decision was corrected in Prepare',
  }),
};
const forms = {
  both: form({ fields: { incomingTrust, outgoingTrust, ...last }, button: 'Correct' }),
  incoming: form({ fields: { incomingTrust, ...last }, button: 'Correct' }),
  outgoing: form({ fields: { outgoingTrust, ...last }, button: 'Correct' }),
};

const asOffer = (known: Trust | undefined) => (known?.ukprn ? [{ value: known.ukprn, text: known.name }] : []);

/** Corrects the trusts of a project after the decision was (docs/domain/complete.md, "About the project"). */
export const trustsForm = projectForm({
  address: 'about/trusts',
  title: ({ about }) => (about.project.kind === 'transfer' ? 'Correct the trusts' : 'Correct the incoming trust'),
  needs: 'service-support',
  permitted: (_, { user }) => maySupport(user),
  forWhom: 'Only service support corrects the trusts of a project',
  says: ({ about: { project } }) => [
    'The decision has to be corrected first. Tasks and contacts of the project stay, and the history keeps the trust that was there.',
    ...(joinsATrust(project)
      ? []
      : ['The project forms its incoming trust, which was named in the decision: it is not chosen here.']),
  ],
  missing: async ({ about: { project } }) =>
    joinsATrust(project) || project.kind === 'transfer'
      ? []
      : [{ text: 'The project forms its trust, which was named in the decision, so no trust can be chosen' }],
  form: ({ about: { project } }) =>
    (project.kind === 'conversion'
      ? forms.incoming
      : joinsATrust(project)
        ? forms.both
        : forms.outgoing) as typeof forms.both,
  values: ({ incomingTrust: { ukprn }, outgoingTrustUkprn }) => ({
    incomingTrust: ukprn,
    outgoingTrust: outgoingTrustUkprn,
    reason: null,
    decided: null,
  }),
  offer: async ({ about }) => ({
    incomingTrust: asOffer(about.incomingTrust),
    outgoingTrust: asOffer(about.outgoingTrust),
  }),
  facts: async (em, project, { answer }) => {
    const chosen = [answer.incomingTrust, answer.outgoingTrust].filter(Boolean);
    return { trusts: await trustsByUkprn(em, chosen), trustsInGroup: await trustsInGroup(em, project.group, project) };
  },
  rule: (project, { answer, context, facts: { trusts, ...facts } }) =>
    correctTrusts(project, {
      ...context,
      ...facts,
      reason: answer.reason,
      incoming: trusts.get(answer.incomingTrust),
      outgoing: trusts.get(answer.outgoingTrust),
    }),
  next: '/about',
  saved: 'The trusts were corrected',
});
