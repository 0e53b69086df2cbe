import { mayAssign, mayChangeAddedBy, mayManage, maySaveTasks, maySupport } from '@academies/complete';
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
  const { project, incomingTrust, outgoingTrust } = about;
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
    date: `${inWords.month(significantDate)}, ${dateConfirmed ? 'confirmed' : 'provisional'}`,
    assignedTo: state === 'inactive' ? undefined : (assignedTo?.name ?? 'nobody yet'),
    pages: Object.entries(pages).map(([path, text]) => ({ text, href: address + path, active: path === here })),
    may: allowed(about, user),
  };
}

/** What somebody may do with this project as it is now; the server asks again when it is done. */
function allowed({ project }: AboutProject, user: SignedInUser) {
  const active = project.state === 'active';
  const manages = may(user, 'manage-project') && mayManage(project, user);
  return {
    manage: active && manages,
    contacts: (active || project.state === 'completed') && manages,
    saveTasks: maySaveTasks(project, user),
    assign: active && may(user, 'assign') && mayAssign(project, user),
    changeAddedBy: active && may(user, 'manage-project') && mayChangeAddedBy(project, user),
    write: may(user, 'write-notes'),
    support: maySupport(user),
    reopen: maySupport(user) && (project.state === 'completed' || project.state === 'dao_revoked'),
    revoke: active && manages && project.directiveAcademyOrder === true,
  };
}
export type ProjectFrame = ReturnType<typeof frameOf>;
