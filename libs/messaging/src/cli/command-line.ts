import { parseArgs } from 'node:util';
import { InvalidError } from '@academies/contracts';

export const services = ['prepare', 'complete', 'handover', 'reporting', 'register'] as const;
export type Service = (typeof services)[number];

/** What service support asks of the dead letters of a service, and of events that the broker refused to take from it. */
export type Command =
  | { readonly service: Service; readonly does: 'list' }
  | { readonly service: Service; readonly does: 'replay'; readonly choice: string; readonly by: string | undefined }
  | { readonly service: Service; readonly does: 'publish'; readonly choice: string }
  | {
      readonly service: Service;
      readonly does: 'discard';
      readonly choice: string;
      readonly note: string;
      readonly by: string;
    };

export const usage = `npm run dead-letters -- <service> list
npm run dead-letters -- <service> replay [key | #number] [--by <e-mail address>]
npm run dead-letters -- <service> publish [key]
npm run dead-letters -- <service> discard <key | #number> --note "<why>" --by <e-mail address>
Services: ${services.join(', ')}`;

/** Reads a command line, or says what is wrong with it and how it should be. */
export function commandOf(words: readonly string[]): Command {
  const { positionals, values } = parse(words);
  const [name, does = 'list', choice] = positionals;
  const service = services.find((one) => one === name);
  if (!service) throw wrong(name ? `There is no service ${name}` : 'Name a service');
  const { note, by } = values;
  if (does === 'list') return { service, does };
  if (does === 'replay') return { service, does, choice: choice ?? 'all', by };
  if (does === 'publish') return { service, does, choice: choice ?? 'all' };
  if (does !== 'discard') throw wrong(`There is no command ${does}`);
  if (!choice) throw wrong('Name the key, or the number with a # before it');
  if (!note || !by) throw wrong('To discard needs --note and --by: it stays on record why, and who decided');
  return { service, does, choice, note, by };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { note: { type: 'string' }, by: { type: 'string' } },
    });
  } catch (error) {
    throw wrong((error as Error).message);
  }
}

const wrong = (message: string) => new InvalidError('MESSAGING.COMMAND', `${message}.\n\n${usage}`);
