import { type IsoDate, type Team, teams } from '@academies/contracts';
import { column, type Groups, order } from '@academies/lists';
import { addMonths } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import { countColumns, type Counted, counts, groupColumn } from './counted.ts';

/** Somebody's projects in progress, and how many of them press. */
interface Load extends Counted {
  readonly team: Team | null;
  readonly overdue: number;
  readonly soon: number;
}

/** A month that is over; a date in the next three months. The day is the clock's, never what somebody typed. */
const load = (today: IsoDate): string => `${counts},
  count(*) filter (where l.significant_date < '${today.slice(0, 7)}-01')::int as overdue,
  count(*) filter (where l.significant_date >= '${today}' and l.significant_date < '${format(addMonths(today, 3), 'yyyy-MM-dd')}')::int as soon`;

const shown = 'select l.* from page l';

/** Whoever has projects, and the projects that nobody has. */
const everybody: Groups = {
  groups: (condition, today) => `
    select of.*, p.name, p.team
      from (select l.assigned_to as key, ${load(today)} from project_listing l where ${condition} group by l.assigned_to) as of
      left join person p on p.email = of.key`,
  shown,
};

/** People of a team, those without projects too. */
const ofTheTeam: Groups = {
  groups: (condition, today) => `
    select p.email as key, p.name, p.team, ${load(today)}
      from person p left join project_listing l on l.assigned_to = p.email and l.state = 'active'
     where ${condition}
     group by p.email, p.name, p.team`,
  shown,
};

/** Load by person: projects, overdue, opening in three months. */
export const usersOf = (whom: 'everybody' | 'team') => ({
  needs: 'read-complete' as const,
  rows: whom === 'team' ? ofTheTeam : everybody,
  orders: { name: order('Name', 'l.name', 'l.key') },
  columns: [
    groupColumn<Load>('Name', '/projects/by-user', ({ name, key }) => name ?? key ?? 'Nobody yet'),
    column<Load>('E-mail', ({ key }) => key ?? 'None'),
    ...(whom === 'team' ? [] : [column<Load>('Team', ({ team }) => (team ? teams.say(team) : 'None'))]),
    ...countColumns,
    column<Load>('Overdue', ({ overdue }) => String(overdue)),
    column<Load>('In the next three months', ({ soon }) => String(soon)),
  ],
});
