import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { removeKafkaInDocker } from '../kafka/start-kafka-in-docker.ts';
import { stateFolder } from '../settings/settings.ts';
import { StartupError } from '../errors/startup-error.ts';
import { runningHere } from './run-lock.ts';
import { endLeftovers } from './records.ts';

/** Removes all local data. What was fetched stays in the user's cache. */
export async function reset(folder = stateFolder): Promise<void> {
  const pid = runningHere(folder);
  if (pid)
    throw new StartupError(
      `It is running (process ${pid}), so its data cannot be removed.`,
      `Stop it first, with Ctrl-C or: kill ${pid}`,
    );
  if (!existsSync(folder)) return console.log('There is nothing to remove');
  await endLeftovers(folder);
  removeKafkaInDocker(path.join(folder, 'kafka'));
  rmSync(folder, { recursive: true, force: true });
  console.log('All local data is removed; npm start begins from nothing');
}
