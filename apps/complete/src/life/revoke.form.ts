import { revokeDao } from '@academies/complete';
import { decisionReasons, reasonsOf } from '@academies/contracts';
import { date, form, reasons, text, tick } from '@academies/forms';
import { byManagers } from '../project/managers.ts';
import { projectForm } from '../project/project-form.page.ts';

const confirmation = (label: string) => tick({ label, required: `Confirm: ${label.toLowerCase()}` });

/** A minister's decision to revoke the order (docs/domain/complete.md, "DAO revocation"). */
export const revoke = projectForm({
  ...byManagers,
  address: 'revoke',
  title: 'Revoke the directive academy order',
  says: () => [
    'This ends the conversion: the school stays as it is, and Prepare is told. Only service support can open the project again.',
  ],
  missing: async ({ about: { project } }) =>
    project.directiveAcademyOrder === true ? [] : [{ text: 'This project has no directive academy order' }],
  form: form({
    fields: {
      approved: confirmation('A minister approved the decision'),
      sent: confirmation('The letter has been sent to the school'),
      saved: confirmation("The letter is saved in the school's SharePoint folder"),
      reasons: reasons({
        label: 'Why was the order revoked?',
        hint: 'Select all that apply',
        choices: Object.fromEntries(reasonsOf.dao_revoked.map((reason) => [reason, decisionReasons.say(reason)])),
        required: 'Select at least one reason',
        detail: { label: 'Give details', required: 'Enter details' },
      }),
      minister: text({ label: 'Name of the minister who decided', required: 'Enter the name of the minister' }),
      date: date({
        label: 'Date of the decision',
        hint: 'For example, 27 3 2027',
        required: 'Enter the date of the decision',
        range: { from: '2010-01-01', to: 'today' },
      }),
    },
    button: 'Revoke the order',
  }),
  rule: (project, { answer: { date: on, minister, reasons: why }, context }) =>
    project.state === 'dao_revoked' && project.daoRevokedOn === on
      ? { state: project, events: [] }
      : revokeDao(project, { ...context, on, minister, reasons: why as never }),
  next: '',
  saved: 'The order is recorded as revoked',
  warning: true,
});
