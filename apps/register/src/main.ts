import { type Command, commandFrom } from './command-line.ts';
import { importFiles } from './importing/import-files.ts';
import type { Importing } from './importing/importing.ts';
import { republishAll } from './importing/republish-all.ts';
import { run } from './run.ts';

const work = {
  import: (importing: Importing, { files }: Command) => importFiles(importing, files),
  republish: (importing: Importing) => republishAll(importing),
  relay: ({ untilStopped }: Importing) => untilStopped(),
};

process.exitCode = await run((settings) => {
  const command = commandFrom(process.argv.slice(2), settings.INIT_CWD);
  return (importing) => work[command.does](importing, command);
});
