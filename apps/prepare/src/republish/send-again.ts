import { parseArgs } from 'node:util';
import { openDatabase } from '@academies/database';
import { databaseUrl } from '@academies/messaging';
import { SystemClock } from '@academies/web';
import { prepareDatabase } from '../database/prepare-database.ts';
import { UnansweredApprovals } from '../service-support/unanswered-approvals.ts';

const usage = 'npm run prepare:send-again -- [project] --by <e-mail address> [--minutes <that it waits already>]';

/** Sends approvals again that Complete has not answered: one project's, or all; the service's relay publishes them. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { by: { type: 'string' }, minutes: { type: 'string', default: '60' } },
});
const [project] = positionals;
const { by, minutes } = values;
if (by && /^\d+$/.test(minutes)) {
  const orm = await openDatabase(databaseUrl('prepare'), prepareDatabase, 'either');
  try {
    const approvals = new UnansweredApprovals(orm, new SystemClock(), { UNANSWERED_MINUTES: Number(minutes) });
    console.log(`${await approvals.sendAgain({ email: by, name: by }, project)} approvals will be sent again`);
  } finally {
    await orm.close(true);
  }
} else {
  console.error(`Say who sends them, since it stays on record.\n\n${usage}`);
  process.exitCode = 1;
}
