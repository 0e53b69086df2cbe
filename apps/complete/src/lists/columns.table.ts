import { kinds, regions, teams } from '@academies/contracts';
import type { ListedProject } from './list-projects.ts';

/** What stands in a cell of a list. */
export interface Cell {
  readonly text: string;
  readonly href?: string;
  readonly hint?: string;
}

/** One column of a list. */
export interface Column {
  readonly heading: string;
  readonly cell: (listed: ListedProject) => Cell;
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const column = (heading: string, cell: (listed: ListedProject) => Cell | string): Column => ({
  heading,
  cell: (listed) => {
    const said = cell(listed);
    return typeof said === 'string' ? { text: said } : said;
  },
});

/** Every column that a list may have. */
export const columns = {
  school: column('School or academy', ({ project: { id, urn }, school }) => ({
    text: school ?? `URN ${urn}`,
    href: `/projects/${id}`,
  })),
  urn: column('URN', ({ project }) => project.urn),
  incomingTrust: column('Incoming trust', ({ incomingTrust }) => incomingTrust ?? 'Unknown'),
  type: column('Type', ({ project: { kind, formingAMat } }) => ({
    text: kinds.say(kind),
    ...(formingAMat && { hint: 'Forming a MAT' }),
  })),
  date: column('Conversion or transfer date', ({ project: { significantDate, dateConfirmed } }) => ({
    text: month.format(new Date(significantDate)),
    hint: dateConfirmed ? 'Confirmed' : 'Provisional',
  })),
  decisionDate: column('Decision date', ({ project }) => day.format(new Date(project.advisoryBoardDate))),
  region: column('Region', ({ project: { region }, localAuthority }) => ({
    text: region ? regions.say(region) : 'Unknown',
    ...(localAuthority && { hint: localAuthority }),
  })),
  assignedTo: column('Assigned to', ({ project: { assignedTo, team } }) => ({
    text: assignedTo?.name ?? 'Nobody yet',
    ...(team && { hint: teams.say(team) }),
  })),
};

/** The columns of each list. */
export const listColumns = {
  handover: [columns.school, columns.urn, columns.incomingTrust, columns.date, columns.decisionDate, columns.type],
  inProgress: [columns.school, columns.urn, columns.type, columns.region, columns.date, columns.assignedTo],
  yours: [columns.school, columns.urn, columns.type, columns.incomingTrust, columns.date, columns.region],
  unassigned: [columns.school, columns.urn, columns.type, columns.incomingTrust, columns.date, columns.region],
} as const satisfies Record<string, readonly Column[]>;
