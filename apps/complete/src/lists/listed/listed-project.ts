import { taskStatus, tasksOf } from '@academies/complete';
import type { CompleteProject, IsoDate } from '@academies/contracts';
import { trustNames } from '@academies/register';

/** A project on a list. */
export interface ListedProject {
  readonly project: CompleteProject;
  readonly school: string | null;
  /** The new academy, where its URN is entered and public. */
  readonly academy: string | null;
  readonly localAuthority: string | null;
  readonly incomingTrust: string | null;
  readonly outgoingTrust: string | null;
  readonly handedOverAt: Date | null;
}

/** What lists show of a project: it and its school and trusts, as the register has them now. */
const shown = `
  select p.document as project, e.name as school, academy.name as academy, e.local_authority_name as "localAuthority",
         coalesce(incoming.name, p.incoming_trust_name) as "incomingTrust", outgoing.name as "outgoingTrust",
         l.handed_over_at as "handedOverAt"
    from page l join project p on p.id = l.project_id
    left join register_establishment e on e.urn = p.urn
    left join register_establishment academy on academy.urn = p.document ->> 'academyUrn'
    ${trustNames('p.incoming_trust_ukprn', 'p.outgoing_trust_ukprn')}`;

export const listedProjects = { table: 'project_listing', key: 'project_id', shown };

/** Its school's name, or its URN where the register lacks it. */
export const schoolOf = ({ school, project: { urn } }: Pick<ListedProject, 'school' | 'project'>): string =>
  school ?? `URN ${urn}`;

/** When it came to who runs it now: its handover, or its creation. */
export const arrivedOn = ({ project, handedOverAt }: ListedProject): Date | string => handedOverAt ?? project.createdAt;

const monthsOf = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** By how many months an active project is overdue: its month is over (docs/domain/complete-pages.md, "Yours and your team's"). */
export const monthsOverdue = ({ state, significantDate }: CompleteProject, today: IsoDate): number =>
  state === 'active' ? Math.max(0, monthsOf(today) - monthsOf(significantDate)) : 0;

/** How many of the tasks that apply are completed. */
export function progressOf(project: CompleteProject): string {
  const statuses = tasksOf[project.kind].map((task) => taskStatus(project, task));
  const applying = statuses.filter((status) => status !== 'not_applicable');
  return `${applying.filter((status) => status === 'completed').length} of ${applying.length}`;
}
