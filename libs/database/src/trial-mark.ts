import { AppError, type Trial } from '@academies/contracts';
import type { Session } from './session.ts';

const found = `
  select to_regclass('public.trial') is not null as trial,
         exists (select from pg_tables where schemaname = 'public') as used`;

/**
 * A database is a trial's from its first table on, or never: fictional data and real ones do not meet, whatever a setting
 * says later. Throws when the two do not fit. To be asked by whoever holds the lock of the migrations.
 */
export async function keepTrialApart(session: Session, trial: Trial): Promise<void> {
  const [database] = await session.all<{ trial: boolean; used: boolean }>(found);
  if (database?.trial && trial === 'no')
    throw new AppError(
      'DATABASE.TRIAL',
      'This database is of a trial: set TRIAL=yes, or take the trial away first (npm run trial:remove)',
    );
  if (database?.trial || trial === 'no') return;
  if (database?.used)
    throw new AppError(
      'DATABASE.NO_TRIAL',
      'TRIAL is yes, and this database holds what is not of a trial: give the trial an empty one',
    );
  await session.all('create table trial (since timestamptz not null default clock_timestamp())');
}
