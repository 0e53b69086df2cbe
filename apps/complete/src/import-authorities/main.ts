import { completeDatabase } from '@academies/complete';
import { AppError } from '@academies/contracts';
import { openDatabase } from '@academies/database';
import { settingsOf } from '../settings/settings.ts';
import { relayOfCommand } from '../republish/republish-complete.ts';
import { importLocalAuthorities } from '../local-authorities/import-local-authorities.ts';

/** `npm run complete:authorities -- FILE [--dry-run]`; FILE from the root of the project. */
const [file, ...options] = process.argv.slice(2);
const dryRun = options.includes('--dry-run');
if (!file || options.some((option) => option !== '--dry-run')) {
  console.error('Usage: npm run complete:authorities -- FILE [--dry-run]');
  process.exit(1);
}
const settings = settingsOf();
const orm = await openDatabase(settings.DATABASE_URL, completeDatabase, settings.TRIAL);
try {
  const { changed, unchanged, kept, emptied, wrong } = await orm.em
    .fork()
    .transactional((em) => importLocalAuthorities(em, file, { dryRun }));
  for (const line of wrong) console.log(line);
  for (const what of emptied) console.log(`${dryRun ? 'Would empty' : 'Emptied'} ${what}`);
  console.log(
    `${dryRun ? 'A dry run, nothing was changed: ' : ''}${changed} changed, ${unchanged} unchanged, ` +
      `${kept} kept as they were mended by hand, ${emptied.length} values emptied, ${wrong.length} lines to look at`,
  );
  if (!dryRun) await relayOfCommand(orm, settings).drain();
  if (wrong.length > 0 && changed + unchanged + kept === 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
} finally {
  await orm.close(true);
}
