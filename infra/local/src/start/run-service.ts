import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BackgroundProcess, startInBackground } from '../processes/background-process.ts';
import { nodeOptions } from '../processes/node-options.ts';
import { patienceMs, waitFor } from '../processes/wait-for.ts';
import { root } from '../settings/settings.ts';
import { StartupError } from '../errors/startup-error.ts';
import { followLog } from './follow-log.ts';
import { isAlarming, lastLines, readable } from './log-lines.ts';
import { recordOf } from './records.ts';
import type { Service } from './services.table.ts';

export interface RunService {
  readonly service: Service;
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** A service that runs until it is stopped. */
export interface RunningService {
  /** Ends the process and starts what is built now; returns when it is ready. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const longestPause = 30_000;

/** Starts a service and waits until it is ready. One that ends by itself later is told, and started again. */
export async function runService({ service, env, folder, say }: RunService): Promise<RunningService> {
  const logFile = path.join(folder, 'logs', `${service.name}.log`);
  const start = (append: boolean) =>
    startInBackground({
      command: process.execPath,
      args: [...nodeOptions, path.join(root, service.entry)],
      cwd: root,
      env,
      logFile,
      append,
      record: recordOf(folder, service.name),
      stopSignal: 'SIGTERM',
    });
  let current = start(false);
  await untilReady(service, current, logFile);
  const unfollow = followLog(logFile, (line) => isAlarming(line) && say(`${service.title}: ${readable(line)}`));

  let stopping = false;
  let replaced = Promise.resolve();
  const endedOnPurpose = new Set<BackgroundProcess>();
  const replace = async () => {
    endedOnPurpose.add(current);
    await current.stop();
    current = start(true);
  };
  const watch = async () => {
    for (let wait = 1_000; !stopping; wait = Math.min(wait * 2, longestPause)) {
      const begun = performance.now();
      const watched = current;
      await watched.ended;
      if (stopping) return;
      // That it ended may be told later than its successor was started.
      if (endedOnPurpose.has(watched)) {
        await replaced;
        continue;
      }
      if (performance.now() - begun > longestPause) wait = 1_000;
      say(
        `${service.title} stopped unexpectedly; its last lines were:\n${lastLines(current.log())}\n  Starting it again in ${wait / 1000} s; the whole log is ${logFile}`,
      );
      await pause(wait);
      if (!stopping) current = start(true);
    }
  };
  void watch();
  return {
    restart: async () => {
      await (replaced = replace());
      await untilReady(service, current, logFile);
    },
    stop: async () => {
      stopping = true;
      unfollow();
      await current.stop();
    },
  };
}

async function untilReady(service: Service, running: BackgroundProcess, logFile: string): Promise<void> {
  const ready = () =>
    fetch(`http://127.0.0.1:${service.port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  await waitFor(async () => running.hasExited() || (await ready()), patienceMs, 100);
  if (!running.hasExited() && (await ready())) return;
  const what = running.hasExited() ? 'ended while it started' : 'was not ready in three minutes';
  throw new StartupError(
    `${service.title} ${what}. Its last lines were:\n${lastLines(running.log())}\n `,
    `The whole log is ${logFile}`,
  );
}
