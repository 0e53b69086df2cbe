import { type Away, mayAssign, mayChangeAddedBy, mayManage, maySaveTasks, maySupport } from '@academies/complete';
import { completeStates, kinds } from '@academies/contracts';
import { inWords, may, type SignedInUser } from '@academies/web';
import { type AboutProject, nameOf } from './about-project.ts';

/** The pages of a project, in the order of its sub-navigation: address under the project, words. */
const pages = {
  '': 'Tasks',
  '/about': 'About the project',
  '/dates': 'Dates',
  '/contacts': 'Contacts',
  '/notes': 'Notes',
  '/people': 'People who work on it',
  '/history': 'History',
} as const;
export type ProjectPageAddress = keyof typeof pages;

const stateColours = {
  inactive: 'yellow',
  active: 'light-blue',
  completed: 'green',
  dao_revoked: 'red',
  deleted: 'grey',
};

/** Heading and sub-navigation of a project's pages, and what somebody may do there (docs/domain/complete-pages.md, "A project"). */
export function frameOf(about: AboutProject, user: SignedInUser, here?: ProjectPageAddress) {
  const { project, incomingTrust, outgoingTrust, away, deletion } = about;
  const { id, state, kind, significantDate, dateConfirmed, assignedTo } = project;
  const address = `/projects/${id}`;
  return {
    id,
    address,
    name: nameOf(about),
    urn: project.urn,
    kind,
    type: kinds.say(kind),
    trusts: [
      ...(outgoingTrust ? [`from ${outgoingTrust.name}`] : []),
      `to ${incomingTrust?.name ?? project.incomingTrust.name ?? 'a trust that is not known'}`,
    ].join(' '),
    state: { name: state, text: completeStates.say(state), colour: stateColours[state] },
    onHold: project.onHold,
    deletion,
    date: `${inWords.month(significantDate)}, ${dateConfirmed ? 'confirmed' : 'provisional'}`,
    assignedTo: state === 'inactive' ? undefined : (assignedTo?.name ?? 'nobody yet'),
    away: away && awayInWords(away),
    pages: Object.entries(pages).map(([path, text]) => ({ text, href: address + path, active: path === here })),
    may: allowed(about, user),
  };
}

/** That somebody is away, and who stands in (docs/domain/complete.md, "Absence"). */
export const awayInWords = ({ person, until, standIn }: Away): string =>
  `${person.name} is away until ${inWords.date(until)}; ${standIn?.name ?? 'nobody'} stands in`;

/** What somebody may do with this project as it is now; the server asks again when it is done. */
function allowed(about: AboutProject, user: SignedInUser) {
  const { project } = about;
  const active = project.state === 'active';
  const there = project.state !== 'deleted';
  const manages = may(user, 'manage-project') && mayManage(about, user);
  return {
    manage: active && manages,
    contacts: (active || project.state === 'completed') && manages,
    saveTasks: there && maySaveTasks(about, user),
    assign: active && may(user, 'assign') && mayAssign(project, user),
    changeAddedBy: active && may(user, 'manage-project') && mayChangeAddedBy(project, user),
    write: there && may(user, 'write-notes'),
    support: there && maySupport(user),
    reopen: maySupport(user) && (project.state === 'completed' || project.state === 'dao_revoked'),
    revoke: active && manages && project.directiveAcademyOrder === true,
  };
}
export type ProjectFrame = ReturnType<typeof frameOf>;
