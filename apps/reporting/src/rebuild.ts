import { Session } from '@academies/database';
import { databaseUrl } from '@academies/messaging';
import { projectionOf } from './projection/project-events.ts';
import { rebuildReadModel } from './projector/rebuild-read-model.ts';
import { addressesOf, settingsOf } from './settings.ts';

/** npm run reporting:rebuild [-- --check]: makes rows and history again from the journal, and says whether they agree. */
const projection = projectionOf(addressesOf(settingsOf()));
const keep = !process.argv.includes('--check');

await Session.use(databaseUrl('reporting'), 'reporting rebuild', async (session) => {
  console.log('Rendering every event of the journal again. Files and pages are served meanwhile.');
  const { same } = await rebuildReadModel(projection, session, { keep });
  console.log(same ? 'The read model is what the journal says.' : 'The read model was NOT what the journal says.');
  console.log(keep ? 'The new one is in its place.' : 'Nothing was changed.');
  if (!same && !keep) process.exitCode = 1;
});
