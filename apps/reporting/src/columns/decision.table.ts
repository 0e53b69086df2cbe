import { deciders, decisionReasons } from '@academies/contracts';
import { date, none, text, inWords, joined, notApplicable } from './cell.ts';
import { column, group } from './column.ts';
import { format } from './format.ts';
import { as, from } from './sources.ts';

/** What was decided, by whom, when and on which conditions. */
export const decisionColumns = group('decision', [
  column('advisory_board_date', {
    heading: 'Advisory board date',
    meaning: 'The day on which the decision was made.',
    source: from.project,
    format: as.date,
    cell: ({ project }) => date(project.advisoryBoardDate),
  }),
  column('advisory_board_conditions', {
    heading: 'Advisory board conditions',
    meaning: 'What has to be met for the approval to hold.',
    source: from.project,
    format: as.text,
    cell: ({ project }) => text(project.advisoryBoardConditions),
  }),
  column('proposed_decision_date', {
    heading: 'Proposed decision date',
    meaning: 'The day on which the board was, or is, expected to decide.',
    source: from.prepare,
    format: as.date,
    cell: ({ prepared }) => date(prepared?.proposedDecisionDate),
  }),
  column('decision_date', {
    heading: 'Decision date',
    meaning: 'The day of the newest decision in Prepare, whatever it was.',
    source: from.prepare,
    format: format('date', 'date; blank before a decision'),
    cell: ({ prepared }) => date(prepared?.decision?.date),
  }),
  column('prepare_status', {
    heading: 'Status in Prepare',
    meaning: 'Where the project stands in Prepare: undecided, or the newest decision.',
    source: from.prepare,
    format:
      '`pre decision`, `approved`, `approved with conditions`, `declined`, `deferred`, `withdrawn`, `DAO revoked`',
    cell: ({ prepared }) => text(prepared && inWords(prepared.status)),
  }),
  column('decision_maker_name', {
    heading: "Decision maker's name",
    meaning: 'Name of the person who decided.',
    source: from.prepare,
    format: 'text',
    cell: ({ prepared }) => text(prepared?.decision?.deciderName),
  }),
  column('decision_maker_role', {
    heading: "Decision maker's role",
    meaning: 'Office of the person who decided.',
    source: from.prepare,
    format: 'the role in words, as in Regional director for the region',
    cell: ({ prepared }) => text(prepared?.decision && deciders.say(prepared.decision.decidedBy)),
  }),
  column('academy_order_date', {
    heading: 'Date academy order issued',
    meaning: 'The day on which the academy order of a voluntary conversion was issued.',
    source: from.prepare,
    format: format('date', 'date; `not applicable` for sponsored'),
    of: 'conversion',
    cell: ({ prepared }) => (prepared?.route === 'sponsored' ? notApplicable : date(prepared?.academyOrderDate)),
  }),
  column('directive_academy_order_pack_date', {
    heading: 'Date directive academy order issued',
    meaning: 'The day on which the pack with the directive academy order of a sponsored conversion was sent.',
    source: from.prepare,
    format: format('date', 'date; `not applicable` for voluntary'),
    of: 'conversion',
    cell: ({ prepared }) =>
      prepared?.route === 'voluntary' ? notApplicable : date(prepared?.directiveAcademyOrderPackDate),
  }),
  column('prepare_dao_revoked_reasons', {
    heading: 'Directive academy order revoked reasons',
    meaning: 'Why the directive academy order was revoked, each reason with its detail.',
    source: from.prepare,
    format: format('list', 'reason: detail, joined with `; `; blank unless revoked; `not applicable` for voluntary'),
    of: 'conversion',
    cell: ({ prepared }) => {
      if (prepared?.route === 'voluntary') return notApplicable;
      if (prepared?.decision?.outcome !== 'dao_revoked') return none;
      return joined(prepared.decision.reasons.map(({ reason, detail }) => `${decisionReasons.say(reason)}: ${detail}`));
    },
  }),
]);
