import { type IsoDate, type Team, teams } from '@academies/contracts';
import { column, type Groups, order } from '@academies/lists';
import { inWords } from '@academies/web';
import { addMonths } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import { countColumns, type Counted, counts, groupColumn } from './counted.ts';

/** Somebody's projects in progress, and how many of them press. */
interface Load extends Counted {
  readonly team: Team | null;
  readonly overdue: number;
  readonly soon: number;
  /** While they are away: their last day, and who stands in. */
  readonly until: IsoDate | null;
  readonly standIn: string | null;
}

/** A month that is over; a date in the next three months. The day is the clock's, never what somebody typed. */
const load = (today: IsoDate): string => `${counts},
  count(*) filter (where l.significant_date < '${today.slice(0, 7)}-01')::int as overdue,
  count(*) filter (where l.significant_date >= '${today}' and l.significant_date < '${format(addMonths(today, 3), 'yyyy-MM-dd')}')::int as soon`;

/** Of whom is away today, until when and who stands in (docs/domain/complete.md, "Absence"). */
const shown = `
  select l.*, s.name as "standIn" from page l
    left join person s on s.email = l.stand_in and s.may_sign_in and s.deactivated_at is null`;
const absence = (email: string, today: IsoDate): string =>
  `left join absence a on a.email = ${email} and '${today}' between a.first_day and a.last_day`;

/** Whoever has projects, and the projects that nobody has. */
const everybody: Groups = {
  groups: (condition, today) => `
    select of.*, p.name, p.team, a.last_day as until, a.stand_in
      from (select l.assigned_to as key, ${load(today)} from project_listing l where ${condition} group by l.assigned_to) as of
      left join person p on p.email = of.key
      ${absence('of.key', today)}`,
  shown,
};

/** People of a team, those without projects too. */
const ofTheTeam: Groups = {
  groups: (condition, today) => `
    select p.email as key, p.name, p.team, a.last_day as until, a.stand_in, ${load(today)}
      from person p left join project_listing l on l.assigned_to = p.email and l.state = 'active'
           ${absence('p.email', today)}
     where ${condition}
     group by p.email, p.name, p.team, a.last_day, a.stand_in`,
  shown,
};

const awayOf = ({ until, standIn }: Load): string[] =>
  until ? [`Away until ${inWords.date(until)}; ${standIn ?? 'nobody'} stands in`] : [];

/** Load by person: projects, overdue, opening in three months. */
export const usersOf = (whom: 'everybody' | 'team') => ({
  needs: 'read-complete' as const,
  rows: whom === 'team' ? ofTheTeam : everybody,
  orders: { name: order('Name', 'l.name', 'l.key') },
  columns: [
    groupColumn<Load>('Name', '/projects/by-user', ({ name, key }) => name ?? key ?? 'Nobody yet', awayOf),
    column<Load>('E-mail', ({ key }) => key ?? 'None'),
    ...(whom === 'team' ? [] : [column<Load>('Team', ({ team }) => (team ? teams.say(team) : 'None'))]),
    ...countColumns,
    column<Load>('Overdue', ({ overdue }) => String(overdue)),
    column<Load>('In the next three months', ({ soon }) => String(soon)),
  ],
});
