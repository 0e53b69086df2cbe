import { AppError } from '@academies/contracts';
import { SettingsError } from '../settings/read-settings.ts';

/** How a process that cannot start says why, and ends. */
interface Ending {
  say(sentence: string): void;
  end(code: number): void;
}

const byProcess: Ending = {
  say: (sentence) => void process.stderr.write(`${sentence}\n`),
  end: (code) => process.exit(code),
};

/**
 * Starts a process: `await startOrSay(() => start(settingsOf()))`. What whoever runs it can mend is said in its sentence
 * alone, without the trace that a fault of ours comes with.
 */
export async function startOrSay(start: () => Promise<unknown>, { say, end } = byProcess): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof AppError)) throw error;
    say(error.message);
    end(1);
  }
}
