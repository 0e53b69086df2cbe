import { column, list, where } from '@academies/lists';
import { supportArea } from '../project/support-area.ts';
import { columns } from './listed/columns.table.ts';
import { type ListedProject, schoolOf } from './listed/listed-project.ts';
import { ofProjects } from './listed/of-projects.ts';

const { school, urn, date, type } = columns;
const ofAcademyUrns = { ...ofProjects, area: supportArea, needs: 'service-support' as const };

const leadsToForm = (text: string) =>
  column<ListedProject>('Academy URN', (listed) => ({
    text: listed.project.academyUrn ?? text,
    of: `, academy URN of ${schoolOf(listed)}`,
    href: `/projects/${listed.project.id}/academy-urn`,
  }));

/** Projects whose academy gets a number of its own, without it and with it (docs/domain/complete.md, "Academy URN"). */
export const academyUrnLists = [
  list({
    ...ofAcademyUrns,
    address: 'service-support/academy-urns',
    title: 'Academy URNs to enter',
    intro: 'Conversions, and transfers that asked for a new record, whose academy has no URN here yet.',
    holds: () => where`l.state in ('active', 'completed') and l.has_academy_urn = false`,
    columns: [school, urn, date, type, leadsToForm('Enter')],
    empty: 'No academy waits for its URN, or nothing matches.',
  }),
  list({
    ...ofAcademyUrns,
    address: 'service-support/academy-urns/entered',
    title: 'Academy URNs that are entered',
    holds: () => where`l.state in ('active', 'completed') and l.has_academy_urn = true`,
    columns: [
      ...[school, urn, date],
      column<ListedProject>('Academy', ({ academy }) => academy ?? 'Not public yet'),
      leadsToForm('Change'),
    ],
    empty: 'No academy URN is entered, or nothing matches.',
  }),
];
