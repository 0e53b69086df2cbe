import { type Kind, regions, teams } from '@academies/contracts';
import type { TheProject } from '../rows/row-facts.ts';
import { date, identifier, none, text, emailOf, inWords, nameOf, notApplicable, unassigned, yesNo } from './cell.ts';
import { column, group } from './column.ts';
import { format } from './format.ts';
import { as, from } from './sources.ts';

const kindOfTrust = (formingAMat: boolean) => text(formingAMat ? 'forming a MAT' : 'joining a MAT');

/** The folder with somebody's documents. */
const sharePointLink = (name: string, whose: string, folder: keyof TheProject['sharePoint'], of?: Kind) =>
  column(`${name}_sharepoint_link`, {
    heading: `${whose} SharePoint link`,
    meaning: `The folder with the ${whose.toLowerCase()}'s documents.`,
    source: from.project,
    format: as.link,
    ...(of && { of }),
    cell: ({ project }) => text(project.sharePoint[folder]),
  });

/** What kind of project it is, where it stands, who has it and where to find it. */
export const projectColumns = group('project', [
  column('project_reference', {
    heading: 'Project reference',
    meaning: 'Names the row: one school or academy in one project. It stays the same from the first day to the last.',
    source: 'Prepare id and URN; the key of the row',
    format: format('identifier', '`{Prepare id}/{URN}`'),
    cell: ({ reference }) => identifier(reference),
  }),
  column('project_type', {
    heading: 'Project type',
    meaning: 'Whether a school becomes an academy or an academy changes trust.',
    source: from.project,
    format: '`Conversion` or `Transfer`',
    cell: ({ project }) => text(project.kind === 'conversion' ? 'Conversion' : 'Transfer'),
  }),
  column('conversion_type', {
    heading: 'Joining or forming a MAT (conversion)',
    meaning: 'Whether the converting school joins a trust that exists or one that is being set up.',
    source: from.project,
    format: as.kindOfTrust,
    of: 'conversion',
    cell: ({ project }) => kindOfTrust(project.formingAMat),
  }),
  column('transfer_type', {
    heading: 'Joining or forming a MAT (transfer)',
    meaning: 'Whether the academy moves to a trust that exists or to one that is being set up.',
    source: from.project,
    format: as.kindOfTrust,
    of: 'transfer',
    cell: ({ project }) => kindOfTrust(project.formingAMat),
  }),
  column('academy_order_type', {
    heading: 'Academy order type',
    meaning: 'Whether a minister ordered the conversion (directive) or the school applied for it.',
    source: from.project,
    format: '`directive academy order`, `academy order`; `not applicable` for a transfer',
    cell: ({ project }) => {
      if (project.kind === 'transfer') return notApplicable;
      if (project.directiveAcademyOrder === null) return none;
      return text(project.directiveAcademyOrder ? 'directive academy order' : 'academy order');
    },
  }),
  column('complete_state', {
    heading: 'State in Complete',
    meaning: 'Where the project stands in Complete, also when it was deleted there.',
    source: from.complete,
    format: '`not yet`, `inactive`, `active`, `completed`, `DAO revoked`, `deleted`',
    cell: ({ completeState }) => text(completeState === null ? 'not yet' : inWords(completeState)),
  }),
  column('region', {
    heading: 'Region',
    meaning: "The region of the school; before Complete has the project, the register's.",
    source: from.project,
    format: as.text,
    cell: ({ project }) => text(project.region && regions.say(project.region)),
  }),
  column('managing_team', {
    heading: 'Team managing the project',
    meaning: 'The team that runs the project in Complete: a region, or Regional Casework Services.',
    source: from.project,
    format: '`Regional Casework Services` or the region name; `unassigned` if none',
    cell: ({ project }) => (project.team ? text(teams.say(project.team)) : unassigned),
  }),
  column('assigned_to_name', {
    heading: 'Assigned to name in Complete',
    meaning: 'Who runs the project in Complete.',
    source: from.project,
    format: as.unassigned,
    cell: ({ project }) => nameOf(project.assignedTo) ?? unassigned,
  }),
  column('assigned_to_email', {
    heading: 'Assigned to email in Complete',
    meaning: 'The e-mail address of the person who runs the project in Complete.',
    source: from.project,
    format: as.unassigned,
    cell: ({ project }) => emailOf(project.assignedTo) ?? unassigned,
  }),
  column('project_created_by_name', {
    heading: 'Project created by name',
    meaning: 'The delivery officer who handed the project over; before that, the one who prepares it.',
    source: from.project,
    format: as.text,
    cell: ({ project }) => nameOf(project.createdBy),
  }),
  column('project_created_by_email', {
    heading: 'Project created by email address',
    meaning: 'The e-mail address of that delivery officer.',
    source: from.project,
    format: as.text,
    cell: ({ project }) => emailOf(project.createdBy),
  }),
  column('group_reference', {
    heading: 'Group reference',
    meaning: 'The group of projects of one trust that are handled together.',
    source: from.project,
    format: as.identifier,
    cell: ({ project }) => identifier(project.group),
  }),
  column('two_requires_improvement', {
    heading: '2RI (Two Requires Improvement)',
    meaning: 'Whether the school was judged as requiring improvement twice in a row.',
    source: from.project,
    format: as.answer,
    cell: ({ project }) => yesNo(project.twoRequiresImprovement),
  }),
  column('inadequate_ofsted', {
    heading: 'Transfer due to inadequate Ofsted rating',
    meaning: 'Whether an inadequate judgement by Ofsted is among the reasons for the transfer.',
    source: from.project,
    format: as.answer,
    of: 'transfer',
    cell: ({ project }) => yesNo(project.inadequateOfsted),
  }),
  column('financial_safeguarding_governance_issues', {
    heading: 'Transfer due to financial, safeguarding or governance',
    meaning: 'Whether concerns about finance, safeguarding, or leadership and governance are among the reasons.',
    source: from.project,
    format: as.answer,
    of: 'transfer',
    cell: ({ project }) => yesNo(project.financialSafeguardingGovernanceIssues),
  }),
  column('outgoing_trust_to_close', {
    heading: 'Outgoing trust to close',
    meaning: 'Whether the trust that the academy leaves will close.',
    source: from.project,
    format: as.answer,
    of: 'transfer',
    cell: ({ project }) => yesNo(project.outgoingTrustToClose),
  }),
  column('directive_academy_order_revoked', {
    heading: 'Directive academy order revoked',
    meaning: 'Whether the directive academy order still stands, or the day on which it was decided to revoke it.',
    source: from.project,
    format: format(
      'date',
      '`not applicable` without a directive academy order, `no` when in force, else the date of the decision to revoke',
      ['no'],
    ),
    cell: ({ project }) => {
      if (project.kind === 'conversion' && project.directiveAcademyOrder === null) return none;
      if (!project.directiveAcademyOrder) return notApplicable;
      return project.daoRevokedOn ? date(project.daoRevokedOn) : text('no');
    },
  }),
  column('on_hold_since', {
    heading: 'On hold since',
    meaning: 'The day on which work on the project was halted, while it is.',
    source: from.complete,
    format: format('date', 'date; blank when not on hold'),
    cell: ({ complete }) => date(complete?.onHold?.since),
  }),
  column('completed_date', {
    heading: 'Date completed',
    meaning: 'The day on which the project was completed in Complete.',
    source: from.complete,
    format: format('date', 'date; blank until completed'),
    cell: ({ complete }) => date(complete?.completedOn),
  }),
  column('link_to_project', {
    heading: 'Link to project in Complete',
    meaning: "The address of the project's page in Complete.",
    source: from.project,
    format: format('link', 'absolute link to the project in Complete; blank until it is created'),
    cell: ({ links }) => text(links.complete),
  }),
  column('link_to_prepare_project', {
    heading: 'Link to project in Prepare',
    meaning: "The address of the project's page in Prepare.",
    source: from.prepare,
    format: format('link', 'absolute link'),
    cell: ({ links }) => text(links.prepare),
  }),
  sharePointLink('school', 'School', 'school'),
  sharePointLink('incoming_trust', 'Incoming trust', 'incomingTrust'),
  sharePointLink('outgoing_trust', 'Outgoing trust', 'outgoingTrust', 'transfer'),
]);
