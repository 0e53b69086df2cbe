import { AppError } from '@academies/contracts';
import { MikroORM } from '@mikro-orm/postgresql';
import { commandOf } from './command-line.ts';
import { databaseUrl } from './local-parts.ts';
import { runCommand } from './run-command.ts';

try {
  const command = commandOf(process.argv.slice(2));
  const orm = await MikroORM.init({ clientUrl: databaseUrl(command.service), entities: [], discovery: { warnWhenNoEntities: false } });
  await runCommand(orm.em.fork(), command, console.log).finally(() => orm.close());
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
}
