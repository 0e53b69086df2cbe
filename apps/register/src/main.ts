import { commandFrom } from './command-line.ts';
import { importFiles } from './importing/import-files.ts';
import { republish } from './republish.ts';
import { run } from './run.ts';

process.exitCode = await run((settings) => {
  const command = commandFrom(process.argv.slice(2), settings.INIT_CWD);
  return command.does === 'republish' ? republish : (importing) => importFiles(importing, command.files);
});
