import { commandFrom } from './command-line.ts';
import { importFiles } from './importing/import-files.ts';
import { republishAll } from './importing/republish-all.ts';
import { run } from './run.ts';

process.exitCode = await run((settings) => {
  const command = commandFrom(process.argv.slice(2), settings.INIT_CWD);
  return command.does === 'republish' ? republishAll : (importing) => importFiles(importing, command.files);
});
