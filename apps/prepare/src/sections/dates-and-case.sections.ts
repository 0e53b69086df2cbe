import { AcademyOrderDateSet, transferInitiators, transferReasons, transferTypes } from '@academies/contracts';
import { checkboxes, date, radios, select, textarea } from '@academies/forms';
import { earliestDecision } from '@academies/handover';
import { prepareEvent } from '../project/project.ts';
import { orderDates, takesAcademyOrderDate } from '../project/stage.ts';
import { section } from './section.ts';

/** When, why and by whom a project is prepared (docs/domain/prepare.md, "What a project holds"). */
export const datesAndCase = [
  section('assigned-to', {
    title: 'Who is assigned to this project?',
    label: 'Assigned person',
    group: 'The project',
    fields: {
      assignedTo: select({
        label: 'Name',
        hint: 'They become the creator of the project in Complete',
        required: 'Select a person',
      }),
    },
    fixes: ['assigned-to'],
    none: 'Nobody',
    // Nobody can create projects in Complete, so that somebody is assigned comes before the approval.
    refusedBy: ({ fixOn }, { assignedTo }) => assignedTo !== null && fixOn === 'assigned-to',
    offer: async (_, look) => ({
      assignedTo: [
        { value: 'nobody', text: 'Nobody' },
        ...(await look.people()).map(({ email, name }) => ({ value: email, text: `${name} (${email})` })),
      ],
    }),
    kept: {
      assignedTo: {
        show: ({ assignedTo }) => assignedTo?.email ?? 'nobody',
        save: async (assignedTo, _, look) => ({
          assignedTo: (await look.people()).find(({ email }) => email === assignedTo) ?? null,
        }),
        answer: ({ assignedTo }) => assignedTo,
        rows: ({ assignedTo }) => [{ key: 'Assigned to', text: assignedTo?.name ?? null }],
      },
    },
    check: async ({ assignedTo }, _, look) =>
      assignedTo !== 'nobody' &&
      !(await look.people()).some(({ email }) => email === assignedTo) &&
      'Choose a person from the list',
    sample: { assignedTo: 'nobody' },
  }),

  section('proposed-decision-date', {
    title: 'When is the decision expected?',
    label: 'Proposed decision date',
    group: 'Dates',
    fields: {
      proposedDecisionDate: date({
        label: 'Proposed decision date',
        hint: 'When the board is expected to decide. For example, 6 10 2026',
        required: 'Enter the proposed decision date',
        range: { from: earliestDecision, to: { years: 10 } },
      }),
    },
    unlockedWith: ['proposed-date'],
    check: ({ proposedDecisionDate }, { kind, proposedDate }) =>
      proposedDate !== null &&
      proposedDecisionDate > proposedDate &&
      `The proposed decision date must be on or before the proposed ${kind} date`,
    sample: { proposedDecisionDate: '2026-02-01' },
  }),

  section('academy-order-date', {
    title: 'When was the academy order made?',
    label: 'Academy order date',
    group: 'Dates',
    intro: ['Complete is told as soon as you save it.'],
    fields: {
      academyOrderDate: date({
        label: 'Academy order date',
        hint: 'The date on the academy order. For example, 8 10 2026',
        required: 'Enter the academy order date',
        range: orderDates,
      }),
    },
    neverLocked: true,
    applies: takesAcademyOrderDate,
    alsoShown: ({ academyOrderDate }) => academyOrderDate !== null,
    none: 'Not yet set',
    otherwise: 'Only an approved voluntary conversion has an academy order date',
    event: (project, by) =>
      prepareEvent(AcademyOrderDateSet, { project, date: project.academyOrderDate as string, by }),
    sample: { academyOrderDate: '2026-10-05' },
  }),

  section('transfer-reasons', {
    title: 'Reasons for the transfer',
    group: 'Reasons for the transfer',
    within: 'transfer',
    fields: {
      initiatedBy: radios({ label: 'Who initiated the transfer?', choices: transferInitiators.table }),
      reasons: checkboxes({
        label: 'What are the reasons?',
        hint: 'Select all that apply. While none is selected, Complete shows these questions as unanswered',
        choices: transferReasons.table,
      }),
      type: radios({ label: 'What type of transfer is it?', choices: transferTypes.table }),
    },
    none: 'None selected yet',
    applies: ({ transfer }) => transfer !== null,
    otherwise: 'A conversion has no reasons for a transfer.',
    sample: { initiatedBy: 'incoming_trust', reasons: ['finance'], type: 'merging_trusts' },
  }),

  section('case', {
    title: 'Rationale, benefits and risks',
    group: 'Rationale, benefits and risks',
    within: 'summary',
    fields: {
      rationale: textarea({ label: 'Rationale', hint: 'Why this project, and why this trust' }),
      benefits: textarea({ label: 'Benefits' }),
      risks: textarea({ label: 'Risks' }),
    },
    none: 'Not written yet',
    sample: { rationale: 'Another', benefits: 'Some', risks: 'None' },
  }),
];
