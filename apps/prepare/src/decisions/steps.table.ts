import { deciders, decisionReasons, isApproval, outcomes, type PreparedProject, reasonsOf } from '@academies/contracts';
import { checkboxes, date, form, radios, reasons, text, textarea } from '@academies/forms';
import { inWords, stepsOf } from '@academies/web';
import { type Confirmation, confirmations, type DecisionAnswers, decisionDates } from './decision.ts';
import { orderDates, outcomesFor, takesAcademyOrder } from '../project/stage.ts';

/** The pages of "Record a decision", in their order (docs/domain/prepare.md). A page is one entry. */
export const steps = stepsOf<DecisionAnswers, PreparedProject>()({
  outcome: {
    title: 'What is the decision?',
    form: form({
      fields: { outcome: radios({ label: 'Decision', choices: outcomes.table, required: 'Select the decision' }) },
    }),
    offer: (_, project) => ({ outcome: outcomesFor(project) }),
    says: ({ outcome }) => [{ key: 'Decision', text: outcome ? outcomes.say(outcome) : '' }],
  },
  'decided-by': {
    title: 'Who made the decision?',
    form: form({
      fields: {
        decidedBy: radios({
          label: 'Who made the decision',
          choices: deciders.table,
          required: 'Select who made the decision',
        }),
      },
    }),
    due: ({ outcome }) => outcome !== 'dao_revoked',
    otherwise: () => ({ decidedBy: 'minister' }),
    says: ({ decidedBy }) => [{ key: 'Decided by', text: decidedBy ? deciders.say(decidedBy) : '' }],
  },
  confirmations: {
    title: 'Before you record that the order is revoked',
    form: form({
      fields: {
        confirmations: checkboxes({
          label: 'Confirmations',
          hint: 'Confirm all three',
          choices: confirmations,
          required: 'Confirm all three before you record that the order is revoked',
        }),
      },
    }),
    due: ({ outcome }) => outcome === 'dao_revoked',
    says: (answers) => [
      { key: 'Confirmed', text: answers.confirmations.map((one) => confirmations[one as Confirmation]) },
    ],
  },
  conditions: {
    title: 'What are the conditions?',
    form: form({ fields: { conditions: textarea({ label: 'Conditions', required: 'Enter the conditions' }) } }),
    due: ({ outcome }) => outcome === 'approved_with_conditions',
    says: ({ conditions }) => [{ key: 'Conditions', text: conditions ?? '' }],
  },
  reasons: {
    title: ({ outcome }) =>
      outcome === 'dao_revoked' ? 'Why was the order revoked?' : `Why was the project ${outcome ?? 'not approved'}?`,
    form: form({
      fields: {
        reasons: reasons({
          label: 'Reasons',
          hint: 'Select all that apply',
          choices: decisionReasons.table,
          required: 'Select at least one reason',
          detail: { label: 'Give details', required: 'Enter details' },
        }),
      },
    }),
    due: ({ outcome }) => outcome !== null && !isApproval(outcome),
    offer: ({ outcome }) => ({ reasons: outcome ? reasonsOf[outcome] : [] }),
    says: (answers) => [
      {
        key: 'Reasons',
        text: answers.reasons.map(({ reason, detail }) => `${decisionReasons.say(reason)}: ${detail}`),
      },
    ],
  },
  name: {
    title: ({ decidedBy }) => `What is the name of the ${decidedBy ? nameFor[decidedBy] : 'person who decided'}?`,
    form: form({
      fields: {
        deciderName: text({
          label: 'Full name',
          required: 'Enter the name of the person who made the decision',
          autocomplete: 'off',
        }),
      },
    }),
    due: ({ decidedBy }) => decidedBy !== 'none',
    says: ({ deciderName }) => [{ key: 'Decision maker', text: deciderName ?? '' }],
  },
  date: {
    title: 'When was the decision made?',
    form: form({
      fields: {
        date: date({
          label: 'Decision date',
          hint: 'For example, 6 10 2026',
          required: 'Enter the decision date',
          range: decisionDates,
        }),
      },
    }),
    says: ({ date }) => [{ key: 'Decision date', text: date ? inWords.date(date) : '' }],
  },
  'academy-order-date': {
    title: 'When was the academy order made?',
    form: form({
      fields: {
        academyOrderDate: date({
          label: 'Academy order date',
          hint: 'You can leave this empty and set it later. For example, 8 10 2026',
          range: orderDates,
        }),
      },
    }),
    due: ({ outcome }, project) => outcome !== null && takesAcademyOrder(project, outcome),
    says: ({ academyOrderDate }) => [
      { key: 'Academy order date', text: academyOrderDate ? inWords.date(academyOrderDate) : 'Not yet known' },
    ],
  },
});

const nameFor = {
  regional_director: 'regional director',
  another_regional_director: 'regional director',
  minister: 'minister',
  director_general: 'director general',
  deputy_director: 'deputy director',
  grade_6: 'grade 6',
  none: 'person who decided',
} as const;
