import { type Command, commandFrom } from './command-line.ts';
import { mostAreGood } from './importing/bad-rows.ts';
import { importFiles } from './importing/import-files.ts';
import type { Importing } from './importing/importing.ts';
import { republishAll } from './importing/republish-all.ts';
import { run } from './run/run.ts';
import type { Settings } from './run/settings.ts';

const work = {
  import: async (importing: Importing, { files }: Command, { BAD_ROWS_PERCENT }: Settings) =>
    mostAreGood(await importFiles(importing, files), BAD_ROWS_PERCENT),
  republish: (importing: Importing) => republishAll(importing),
};

process.exitCode = await run((settings) => {
  const command = commandFrom(process.argv.slice(2), settings.INIT_CWD);
  return (importing) => work[command.does](importing, command, settings);
});
