import { inOneLine, StartupError } from './errors/startup-error.ts';

/** What `infra/start.mjs` was asked for; each is loaded alone, so that one that is broken stops no other. */
const commands: Record<string, () => Promise<unknown>> = {
  start: async () => (await import('./start/start.ts')).start(),
  dev: async () => (await import('./start/start.ts')).start({ follow: true }),
  'remove-trial': async () => (await import('./trial/remove-trial.ts')).removeTrial(),
  reset: async () => (await import('./start/reset.ts')).reset(),
  test: async () => (await import('./check/check.ts')).check(process.argv.slice(3)),
  stress: async () => (await import('./check/stress.ts')).stress(process.argv.slice(3)),
  bench: async () => (await import('./check/bench.ts')).bench(process.argv.slice(3)),
  walk: async () => (await import('./check/walk.ts')).walk(),
};

const [asked = 'start'] = process.argv.slice(2);
const command = commands[asked];

try {
  if (!command)
    throw new StartupError(`There is no command ${asked}.`, `There are: ${Object.keys(commands).join(', ')}.`);
  await command();
} catch (error) {
  process.stderr.write(`\n${inOneLine(error)}\n`);
  if (process.env['DEBUG']) console.error(error);
  process.exitCode = 1;
}
