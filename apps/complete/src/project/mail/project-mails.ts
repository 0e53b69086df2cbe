import { kinds, type Person, teams, type Team } from '@academies/contracts';
import type { Mail, MailFacts } from '@academies/mail';
import { inWords } from '@academies/web';
import type { MailName } from './mails.table.ts';
import type { Occasion } from './occasions.ts';

/** What is looked up for the e-mails of a change. */
export interface LookedUp {
  /** Names of schools by URN. */
  readonly schools: ReadonlyMap<string, string>;
  /** Who of those concerned gets e-mails: not who was deactivated. */
  readonly active: ReadonlySet<string>;
  /** Who stands in for somebody while they are away. */
  readonly standInFor: (email: string) => Person | null | undefined;
  readonly leadersOf: (team: Team) => readonly string[];
  /** Where e-mails to a team go that has no active leader. */
  readonly withoutLeader: string;
  /** The address of Complete, for links. */
  readonly url: string;
}

/** One e-mail for each person, though much happened at once; nobody is told what they did themselves. */
export function projectMails(occasions: readonly Occasion[], found: LookedUp): Mail[] {
  const addressed = occasions.flatMap((occasion) =>
    readersOf(occasion, found)
      .filter(({ to }) => to !== occasion.by.email.toLowerCase())
      .map((reader) => ({ ...reader, occasion })),
  );
  const byReader = Map.groupBy(addressed, ({ to, whom, occasion }) => JSON.stringify([to, occasion.sort, whom]));
  return [...byReader.values()].map((together) => {
    const [{ to, whom, occasion }] = together as [(typeof together)[0]];
    const { sort, at, project } = occasion;
    return {
      key: `${sort} ${project.id} ${at} ${to}`,
      to,
      ...said(
        together.map((one) => one.occasion),
        whom,
        found,
      ),
    };
  });
}

/** Who is told, and who got the project, as that person reads it. */
interface Reader {
  readonly to: string;
  readonly whom: { readonly whom: string } | { readonly team: string };
}

function readersOf(occasion: Occasion, { active, standInFor, leadersOf, withoutLeader }: LookedUp): readonly Reader[] {
  if (occasion.sort === 'assigned') {
    const { email, name } = occasion.to;
    const to = email.toLowerCase();
    if (!active.has(to)) return [];
    const standIn = standInFor(to)?.email;
    return [
      { to, whom: { whom: 'you' } },
      ...(standIn ? [{ to: standIn, whom: { whom: `${name}, for whom you stand in` } }] : []),
    ];
  }
  const leaders = leadersOf(occasion.to);
  const whom = { team: teams.say(occasion.to) };
  return (leaders.length > 0 ? leaders : [withoutLeader]).map((to) => ({ to, whom }));
}

/** The template and its facts. */
function said(
  occasions: readonly Occasion[],
  whom: Reader['whom'],
  found: LookedUp,
): { template: MailName; facts: MailFacts } {
  const [first] = occasions as [Occasion];
  const { sort, by } = first;
  const shared = { by: by.name, ...whom };
  if (occasions.length === 1)
    return { template: `${sort}_${first.project.kind}`, facts: { ...shared, ...factsOf(first, found) } };
  const projects = occasions.map((one) => {
    const { school, date, link } = factsOf(one, found);
    return `${school}: ${kinds.say(one.project.kind).toLowerCase()}, ${date}, ${link}`;
  });
  return { template: `${sort}_several`, facts: { ...shared, count: String(projects.length), projects } };
}

const factsOf = ({ project }: Occasion, { schools, url }: LookedUp) => ({
  school: schools.get(project.urn) ?? `the school with the URN ${project.urn}`,
  date: `${inWords.month(project.significantDate)} (${project.dateConfirmed ? 'confirmed' : 'provisional'})`,
  link: `${url}/projects/${project.id}`,
});
