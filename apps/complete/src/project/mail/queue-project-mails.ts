import { activePeople, awayToday, PersonRow } from '@academies/complete';
import { queueMail } from '@academies/mail';
import { establishmentsByUrn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Occasion } from './occasions.ts';
import { projectMails } from './project-mails.ts';

/** What e-mails need of the settings. */
export interface MailAddresses {
  readonly PUBLIC_URL: string;
  readonly NO_LEADER_EMAIL: string;
}

/** Queues the e-mails of some changes, in their transaction. */
export async function queueProjectMails(
  em: EntityManager,
  occasions: readonly Occasion[],
  { PUBLIC_URL, NO_LEADER_EMAIL }: MailAddresses,
): Promise<void> {
  const [first] = occasions;
  if (!first) return;
  const emails = occasions.flatMap(({ sort, to }) => (sort === 'assigned' ? [to.email.toLowerCase()] : []));
  const teams = occasions.flatMap(({ sort, to }) => (sort === 'handed_over' ? [to] : []));
  const people = await em.find(
    PersonRow,
    { ...activePeople, $or: [{ email: { $in: emails } }, { leads: true, team: { $in: teams } }] },
    { orderBy: { email: 'asc' }, disableIdentityMap: true },
  );
  const away = new Map(
    (await awayToday(em, { of: emails }, first.today)).map(({ person, standIn }) => [person.email, standIn]),
  );
  const schools = await establishmentsByUrn(em, [...new Set(occasions.map(({ project }) => project.urn))]);
  const mails = projectMails(occasions, {
    schools: new Map([...schools].map(([urn, { name }]) => [urn, name])),
    active: new Set(people.map(({ email }) => email)),
    standInFor: (email) => away.get(email),
    leadersOf: (team) => people.filter((one) => one.leads && one.team === team).map(({ email }) => email),
    withoutLeader: NO_LEADER_EMAIL,
    url: PUBLIC_URL,
  });
  await queueMail(em, ...mails);
}
