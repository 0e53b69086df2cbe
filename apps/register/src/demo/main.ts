import { join } from 'node:path';
import { importFiles } from '../importing/import-files.ts';
import { run } from '../run/run.ts';
import { writeDemoFiles } from './write-files.ts';

/** Writes the fictional register to `.local/demo` and imports it; again and again without harm. */
process.exitCode = await run(() => async (importing) => {
  const { establishments, groups, constituencies } = await writeDemoFiles(join('.local', 'demo'));
  return importFiles(importing, { establishments, groups, constituencies });
});
