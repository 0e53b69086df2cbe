import { kinds, teams, type Team } from '@academies/contracts';
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
      .filter((to) => to !== occasion.by.email.toLowerCase())
      .map((to) => ({ to, occasion })),
  );
  const byReader = Map.groupBy(addressed, ({ to, occasion }) => JSON.stringify([to, occasion.sort, teamOf(occasion)]));
  return [...byReader.values()].map((together) => {
    const [{ to, occasion }] = together as [(typeof together)[0]];
    const { sort, at, project } = occasion;
    return {
      key: `${sort} ${project.id} ${at} ${to}`,
      to,
      ...said(
        together.map((one) => one.occasion),
        found,
      ),
    };
  });
}

const teamOf = (occasion: Occasion) => (occasion.sort === 'handed_over' ? occasion.to : null);

function readersOf(occasion: Occasion, { active, leadersOf, withoutLeader }: LookedUp): readonly string[] {
  if (occasion.sort === 'assigned') return [occasion.to.email.toLowerCase()].filter((email) => active.has(email));
  const leaders = leadersOf(occasion.to);
  return leaders.length > 0 ? leaders : [withoutLeader];
}

/** The template and its facts. */
function said(occasions: readonly Occasion[], found: LookedUp): { template: MailName; facts: MailFacts } {
  const [first] = occasions as [Occasion];
  const { sort, by } = first;
  const team = teamOf(first);
  const shared = { by: by.name, ...(team && { team: teams.say(team) }) };
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
