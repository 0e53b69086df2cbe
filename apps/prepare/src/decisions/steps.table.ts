import { deciders, decisionReasons, isApproval, outcomes, reasonsOf } from '@academies/contracts';
import { earliestDecision } from '@academies/handover-rules';
import { checkboxes, date, form, notInFuture, radios, reasons, text, textarea } from '@academies/web';
import { type Confirmation, confirmations } from './confirmations.table.ts';
import { outcomesFor, takesAcademyOrder } from './may-decide.ts';
import { step } from './step.ts';

const from2010 = (what: string) => (value: string) =>
  value < earliestDecision && `The ${what} must be in 2010 or later`;

/** The pages of "Record a decision", in their order (domain/prepare.md). A page is one entry. */
export const steps = {
  outcome: step({
    title: 'What is the decision?',
    form: form({
      fields: { outcome: radios({ label: 'Decision', choices: outcomes.table, required: 'Select the decision' }) },
    }),
    due: () => true,
    offer: (_, project) => ({ outcome: outcomesFor(project) }),
    fill: ({ outcome }) => ({ outcome: outcome ?? undefined }),
    take: ({ outcome }) => ({ outcome, ...(outcome === 'dao_revoked' && { decidedBy: 'minister' }) }),
  }),
  'decided-by': step({
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
    fill: ({ decidedBy }) => ({ decidedBy: decidedBy ?? undefined }),
    take: ({ decidedBy }) => ({ decidedBy }),
  }),
  confirmations: step({
    title: 'Before you record that the order is revoked',
    form: form({
      fields: {
        confirmations: checkboxes({
          label: 'Confirm all three',
          choices: confirmations,
          required: 'Confirm all three before you record that the order is revoked',
        }),
      },
    }),
    due: ({ outcome }) => outcome === 'dao_revoked',
    fill: (answers) => ({ confirmations: [...answers.confirmations] as Confirmation[] }),
    take: ({ confirmations }) => ({ confirmations }),
  }),
  conditions: step({
    title: 'What are the conditions?',
    form: form({ fields: { conditions: textarea({ label: 'Conditions', required: 'Enter the conditions' }) } }),
    due: ({ outcome }) => outcome === 'approved_with_conditions',
    fill: ({ conditions }) => ({ conditions: conditions ?? undefined }),
    take: ({ conditions }) => ({ conditions }),
  }),
  reasons: step({
    title: ({ outcome }) =>
      `Why was the project ${outcome === 'dao_revoked' ? 'revoked' : (outcome ?? 'not approved')}?`,
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
    fill: ({ reasons }) => ({ reasons }),
    take: ({ reasons }) => ({ reasons }),
  }),
  name: step({
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
    fill: ({ deciderName }) => ({ deciderName: deciderName ?? undefined }),
    take: ({ deciderName }) => ({ deciderName }),
  }),
  date: step({
    title: 'When was the decision made?',
    form: form({
      fields: {
        date: date({
          label: 'Decision date',
          hint: 'For example, 6 10 2026',
          required: 'Enter the decision date',
          rules: [notInFuture('The decision date must be today or in the past'), from2010('decision date')],
        }),
      },
    }),
    due: () => true,
    fill: ({ date }) => ({ date: date ?? undefined }),
    take: ({ date }) => ({ date }),
  }),
  'academy-order-date': step({
    title: 'When was the academy order made?',
    form: form({
      fields: {
        academyOrderDate: date({
          label: 'Academy order date',
          hint: 'You can leave this empty and set it later. For example, 8 10 2026',
          rules: [from2010('academy order date')],
        }),
      },
    }),
    due: ({ outcome }, project) => outcome !== null && takesAcademyOrder(project, outcome),
    fill: ({ academyOrderDate }) => ({ academyOrderDate: academyOrderDate ?? undefined }),
    take: ({ academyOrderDate }) => ({ academyOrderDate }),
  }),
} as const;

export type StepName = keyof typeof steps;
export const stepNames = Object.keys(steps) as StepName[];

const nameFor = {
  regional_director: 'regional director',
  another_regional_director: 'regional director',
  minister: 'minister',
  director_general: 'director general',
  deputy_director: 'deputy director',
  grade_6: 'grade 6',
  none: 'person who decided',
} as const;
