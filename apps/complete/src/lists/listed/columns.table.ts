import { answersTo } from '@academies/complete';
import { completeStates, kinds, regions, teams } from '@academies/contracts';
import { type Cell, column, type Column, type Visitor } from '@academies/lists';
import { inWords } from '@academies/web';
import { arrivedOn, type ListedProject, monthsOverdue, progressOf, schoolOf } from './listed-project.ts';

const one = (heading: string, cell: (listed: ListedProject, visitor: Visitor) => Cell | string) =>
  column(heading, cell);
const lines = (...said: readonly (string | false | null | undefined)[]): Pick<Cell, 'lines'> => {
  const words = said.filter((line): line is string => Boolean(line));
  return words.length > 0 ? { lines: words } : {};
};
const onHold = { text: 'On hold', colour: 'yellow' };
const stateColours = { inactive: 'yellow', completed: 'green', dao_revoked: 'red', deleted: 'grey' };

/** The date, said with what it is; a month that is over is overdue. */
const date = (heading: string) =>
  one(heading, ({ project }, { today }) => {
    const months = monthsOverdue(project, today);
    return {
      text: inWords.month(project.significantDate),
      ...lines(
        project.dateConfirmed ? 'Confirmed' : 'Provisional',
        months > 0 && `Overdue by ${months === 1 ? 'a month' : `${months} months`}`,
      ),
    };
  });

/** A task that has to be ticked before the day. */
const confirmedBy = (heading: string, task: string) =>
  one(heading, ({ project }) => (answersTo(project, task).answers['confirmed'] === true ? 'Yes' : 'Not yet'));

/** Every column that a list of projects may have. */
export const columns = {
  school: one('School or academy', (listed) => ({
    text: schoolOf(listed),
    href: `/projects/${listed.project.id}`,
    ...(listed.project.onHold && { tags: [onHold] }),
  })),
  /** For lists of every state; what is deleted is listed for service support alone. */
  schoolWithState: one('School or academy', (listed) => {
    const { id, state } = listed.project;
    return {
      text: schoolOf(listed),
      href: `/projects/${id}`,
      ...(state !== 'active' && { tags: [{ text: completeStates.say(state), colour: stateColours[state] }] }),
    };
  }),
  schoolAndUrn: one('School and URN', (listed) => ({
    text: schoolOf(listed),
    href: `/projects/${listed.project.id}`,
    ...lines(listed.project.urn),
    ...(listed.project.onHold && { tags: [onHold] }),
  })),
  urn: one('URN', ({ project: { urn, academyUrn } }) => ({
    text: urn,
    ...lines(academyUrn && `Academy ${academyUrn}`),
  })),
  incomingTrust: one('Incoming trust', ({ incomingTrust }) => incomingTrust ?? 'Unknown'),
  outgoingTrust: one('Outgoing trust', ({ project, outgoingTrust }) =>
    project.kind === 'transfer' ? (outgoingTrust ?? 'Unknown') : 'None',
  ),
  trusts: one('Trust', ({ project, incomingTrust, outgoingTrust }) => ({
    text: incomingTrust ?? 'Unknown',
    ...lines(project.kind === 'transfer' && `From ${outgoingTrust ?? 'an unknown trust'}`),
  })),
  type: one('Type', ({ project: { kind } }) => kinds.say(kind)),
  formingAMat: one('Forming a MAT', ({ project: { formingAMat } }) => (formingAMat ? 'Yes' : 'No')),
  date: date('Conversion or transfer date'),
  conversionDate: date('Conversion date'),
  transferDate: date('Transfer date'),
  provisionalDate: one('Provisional date', ({ project }) => inWords.month(project.provisionalDate)),
  confirmedDate: one(
    'Confirmed date (original date)',
    ({ project: { significantDate, provisionalDate } }) =>
      `${inWords.month(significantDate)} (${inWords.month(provisionalDate)})`,
  ),
  decisionDate: one('Date of decision', ({ project }) => inWords.date(project.advisoryBoardDate)),
  region: one('Region', ({ project: { region } }) => (region ? regions.say(region) : 'Unknown')),
  localAuthority: one('Local authority', ({ localAuthority }) => localAuthority ?? 'Unknown'),
  team: one('Team', ({ project: { team } }) => (team ? teams.say(team) : 'None yet')),
  assignedTo: one('Assigned to', ({ project: { state, assignedTo, team } }) => ({
    text: state === 'inactive' ? 'Not handed over yet' : (assignedTo?.name ?? 'Nobody yet'),
    ...lines(team && teams.say(team)),
  })),
  addedBy: one('Added by', ({ project: { createdBy } }) => createdBy.name),
  conditionsMet: confirmedBy('All conditions met', 'all_conditions_met'),
  authorityToProceed: confirmedBy('Authority to proceed', 'authority_to_proceed'),
  tasksDone: one('Tasks done', ({ project }) => progressOf(project)),
  waitsForHandover: one('Waiting since', ({ project }) => inWords.date(project.createdAt)),
  waitsForPerson: one('Waiting since', (listed) => inWords.date(arrivedOn(listed))),
  arrivedOn: one('Arrived on', (listed) => inWords.date(arrivedOn(listed))),
  completedOn: one('Completed on', ({ project }) => inWords.date(project.completedOn)),
  revokedOn: one('Date of the revocation', ({ project }) => inWords.date(project.daoRevokedOn)),
  addDetails: one('Handover details', (listed) => ({
    text: 'Add handover details',
    of: `of ${schoolOf(listed)}`,
    href: `/projects/${listed.project.id}/handover/check`,
  })),
  assign: one('Assign', (listed) => ({
    text: 'Assign',
    of: schoolOf(listed),
    href: `/projects/assign?project=${listed.project.id}`,
  })),
} as const satisfies Record<string, Column<ListedProject>>;
