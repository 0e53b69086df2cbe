import { AppError } from '@academies/contracts';
import { openDatabase } from '@academies/database';
import { commandOf } from './command-line.ts';
import { databaseUrl } from './local-parts.ts';
import { runCommand } from './run-command.ts';

try {
  const command = commandOf(process.argv.slice(2));
  const tables = { name: 'dead letters', entities: [], migrations: [] };
  const orm = await openDatabase(databaseUrl(command.service), tables, 'either');
  await runCommand(orm.em.fork(), command, console.log).finally(() => orm.close());
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
}
