import { databaseUrl } from '@academies/messaging';
import { Client } from 'pg';
import { columns } from '../columns/columns.ts';
import { fingerprintOf } from '../columns/fingerprint.ts';
import { rebuildReadModel } from '../model/rebuild-read-model.ts';
import { addressesOf, settingsOf } from '../settings.ts';

/** npm run reporting:rebuild [-- --check]: makes rows and history again from the journal, and says whether they agree. */
const settings = settingsOf();
const addresses = addressesOf(settings);
const projection = { fingerprint: fingerprintOf(columns, addresses), columns, addresses };
const keep = !process.argv.includes('--check');

const client = new Client({ connectionString: databaseUrl('reporting') });
await client.connect();
try {
  console.log('Rendering every event of the journal again. Files and pages are served meanwhile.');
  const { same } = await rebuildReadModel(projection, client, { keep });
  console.log(same ? 'The read model is what the journal says.' : 'The read model was NOT what the journal says.');
  console.log(keep ? 'The new one is in its place.' : 'Nothing was changed.');
  if (!same && !keep) process.exitCode = 1;
} finally {
  await client.end();
}
