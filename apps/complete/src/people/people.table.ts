import { type Team, teams } from '@academies/contracts';
import { sql } from '@academies/database';
import { column, type Filter, list, order, where } from '@academies/lists';
import { wordsQuery } from '@academies/register';
import { inWords } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { supportArea } from '../project/support-area.ts';

/** Somebody as the last sign-in knew them. */
interface KnownPerson {
  readonly email: string;
  readonly name: string;
  readonly team: Team | null;
  readonly leads: boolean;
  readonly lastSeen: Date | null;
  readonly deactivatedAt: Date | null;
}

const team: Filter = {
  name: 'team',
  label: 'Team',
  any: { value: 'all', text: 'All teams' },
  choices: teams.table,
  narrows: (name) => where`l.team = ${name}`,
};

const ofPeople = {
  needs: 'service-support' as const,
  area: supportArea,
  rows: {
    table: `(select person.*, search_words('', name, email) as words from person)`,
    key: 'email',
    shown: `
      select l.email, l.name, l.team, l.leads, l.last_seen as "lastSeen", l.deactivated_at as "deactivatedAt"
        from page l`,
  },
  orders: { name: order('Name', 'l.name', 'l.email') },
  filters: [team],
  search: { hint: 'Name or e-mail', query: wordsQuery },
};

const asOfLastSignIn = [
  column<KnownPerson>('Name', ({ name, email }) => ({
    text: name,
    href: `/projects/by-user/${encodeURIComponent(email)}`,
  })),
  column<KnownPerson>('E-mail', ({ email }) => email),
  column<KnownPerson>('Team', ({ team: of, leads }) => ({
    text: of ? teams.say(of) : 'None',
    ...(leads && { tags: [{ text: 'Leader', colour: 'light-blue' }] }),
  })),
  column<KnownPerson>('Last seen', ({ lastSeen }) => (lastSeen ? inWords.date(lastSeen) : 'Never')),
];

const leadsTo = (text: string, path: string) =>
  column<KnownPerson>('Access', ({ email, name }) => ({
    text,
    of: name,
    href: `/service-support/people/${encodeURIComponent(email)}/${path}`,
  }));

const leadersSql = 'select distinct team from person where leads and deactivated_at is null and team is not null';

/** Teams whose mail and unassigned projects reach nobody (docs/domain/README.md, "People"). */
async function withoutLeader(em: EntityManager): Promise<string | undefined> {
  const led = new Set((await sql<{ team: Team }>(em, leadersSql)).map((row) => row.team));
  const missing = teams.names.filter((name) => !led.has(name)).map((name) => teams.say(name));
  return missing.length > 0 ? `These teams have no active leader: ${missing.join(', ')}.` : undefined;
}

/** The people whom Complete knows (docs/domain/complete-pages.md, "Service support"). */
export const peopleLists = [
  list({
    ...ofPeople,
    address: 'service-support/people',
    title: 'Active people',
    intro: 'Name, team and leadership are as of the last sign-in. Who can do what is decided where accounts are kept.',
    tells: withoutLeader,
    template: 'people/people',
    holds: () => where`l.deactivated_at is null and (l.may_sign_in or l.last_seen is not null)`,
    columns: [...asOfLastSignIn, leadsTo('Deactivate', 'deactivate')],
    empty: 'Nobody matches. Check the spelling, or choose another team.',
  }),
  list({
    ...ofPeople,
    address: 'service-support/people/inactive',
    title: 'Inactive people',
    intro: 'They are refused at the door, get no e-mails and are offered nowhere.',
    holds: () => where`l.deactivated_at is not null`,
    columns: [
      ...asOfLastSignIn,
      column<KnownPerson>('Deactivated', ({ deactivatedAt }) => (deactivatedAt ? inWords.date(deactivatedAt) : '')),
      leadsTo('Activate', 'activate'),
    ],
    empty: 'Nobody who matches was deactivated.',
  }),
];
