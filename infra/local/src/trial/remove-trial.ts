import { Session } from '@academies/database';
import { removeTrialTopics } from '@academies/messaging';
import { StartupError } from '../errors/startup-error.ts';
import { findParts } from '../parts/find-parts.ts';
import { databases, databaseUrl } from '../start/services.table.ts';

const state = `
  select to_regclass('public.trial') is not null as trial,
         (select string_agg(distinct application_name, ', ') from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()) as users`;

const schemas = `
  select quote_ident(nspname) as name from pg_namespace
   where nspname = 'public' or nspname like 'model\\_%'`;

const known = 'select datname as name from pg_database where datname = any ($1)';

/** `npm run trial:remove`: the trial of this checkout, or of the server and the brokers that the environment names. */
export async function removeTrial(): Promise<void> {
  const { databaseUrl: server, brokers, stop } = await findParts();
  try {
    const there = await Session.use(server, 'trial', (session) => session.all<{ name: string }>(known, [databases]));
    const urls = there.map(({ name }) => databaseUrl(server, name));
    const { emptied, topics } = await takeTrialAway(urls, { KAFKA_BROKERS: brokers });
    // The demo data may be loaded again, into whatever comes next.
    if (emptied > 0) await Session.use(server, 'trial', (session) => session.all('drop table if exists demo_step'));
    console.log(
      emptied + topics === 0 ? 'There is no trial here' : `Removed: ${emptied} databases emptied, ${topics} topics`,
    );
  } finally {
    await stop();
  }
}

/**
 * Empties those of these databases that are a trial's, and removes its topics; whatever is of anybody else stays as it is.
 * Throws before anything is removed while somebody is connected.
 */
export async function takeTrialAway(
  urls: readonly string[],
  kafka: Parameters<typeof removeTrialTopics>[0],
): Promise<{ emptied: number; topics: number }> {
  const trials = (await Promise.all(urls.map(stateOf))).filter(({ trial }) => trial);
  const inUse = trials.filter(({ users }) => users);
  if (inUse.length > 0)
    throw new StartupError(
      `The trial is running: ${inUse.map(({ url, users }) => `${new URL(url).pathname.slice(1)} is used by ${users}`).join('; ')}.`,
      'Stop its services first. Nothing was removed.',
    );
  for (const { url } of trials) await Session.use(url, 'trial', empty);
  return { emptied: trials.length, topics: await removeTrialTopics(kafka) };
}

const stateOf = (url: string) =>
  Session.use(url, 'trial', async (session) => {
    const [found] = await session.all<{ trial: boolean; users: string | null }>(state);
    return { url, trial: found?.trial ?? false, users: found?.users };
  });

async function empty(session: Session): Promise<void> {
  for (const { name } of await session.all<{ name: string }>(schemas)) await session.all(`drop schema ${name} cascade`);
  await session.all('create schema public');
}
