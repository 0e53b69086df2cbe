import path from 'node:path';
import { startInBackground } from '../processes/background-process.ts';
import { root } from '../settings/settings.ts';
import { StartupError } from '../errors/startup-error.ts';
import { followLog } from './follow-log.ts';
import { lastLines } from './log-lines.ts';
import { recordOf } from './records.ts';

/** Runs the same setup as the containers do: databases, topics, demo data. What is done already takes no time. */
export async function runSetup(folder: string, env: NodeJS.ProcessEnv, at: (what: string) => void): Promise<void> {
  const logFile = path.join(folder, 'logs/setup.log');
  const args = ['--enable-source-maps', path.join(root, 'infra/local/dist/setup/main.js')];
  const setup = startInBackground({
    command: process.execPath,
    args,
    cwd: root,
    env,
    logFile,
    record: recordOf(folder, 'setup'),
    stopSignal: 'SIGTERM',
  });
  const unfollow = followLog(logFile, at, 200);
  await setup.ended;
  unfollow();
  const failed = !/^Everything is set up$/m.test(setup.log());
  await setup.stop();
  if (failed)
    throw new StartupError(
      `The demo data could not be loaded. The last lines were:\n${lastLines(setup.log())}\n `,
      `Start again: it goes on where it stopped. The whole log is ${logFile}`,
    );
}
