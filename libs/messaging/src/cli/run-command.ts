import { setTimeout as pause } from 'node:timers/promises';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { deadLetters } from '../dead-letters/dead-letters.ts';
import type { ParkedEvent } from '../dead-letters/parked-event.ts';
import { publishAgain, refusedEvents } from '../relay/refused-events.ts';
import type { Command } from './command-line.ts';

const openRequests = 'select count(*)::int as count from blocked_key where request is not null';

/** Does what was asked, and tells what came of it. The service that runs does the work, within `patience`. */
export async function runCommand(
  em: EntityManager,
  command: Command,
  say: (line: string) => void,
  patience = 15_000,
): Promise<void> {
  const letters = deadLetters(em);
  if (command.does === 'list') {
    list(await letters.list(), say);
    for (const { topic, key, type, reason } of await refusedEvents(em))
      say(`The broker refuses ${type} of key ${key} for ${topic}: ${reason}. Fix that, then: publish ${key}`);
    return;
  }
  if (command.does === 'publish') {
    const tried = await publishAgain(em, command.choice === 'all' ? undefined : command.choice);
    return say(
      tried === 0 ? 'The broker refused nothing of the kind.' : `The relay tries ${tried} again. Look again with list.`,
    );
  }
  const asked =
    command.does === 'replay'
      ? await letters.replay(command.choice, command.by)
      : await letters.discard(command.choice, command.note, command.by);
  if (asked === 0) return say('Nothing of the kind is parked.');
  say(`Asked for ${asked} ${asked === 1 ? 'key' : 'keys'}.`);
  for (const end = performance.now() + patience; performance.now() < end; await pause(250)) {
    const [open] = await sql<{ count: number }>(em, openRequests);
    if (open?.count === 0) return list(await letters.list(), say);
  }
  say('It is not done yet: the service that handles these events does it as soon as it runs. Look again with list.');
}

function list(parked: readonly ParkedEvent[], say: (line: string) => void): void {
  if (parked.length === 0) return say('Nothing is parked.');
  for (const { id, group, key, topic, partition, offset, type, kind, code, message, tries, parkedAt } of parked) {
    say(
      `#${id}  ${group}  key ${key ?? '(none)'}  ${type ?? '(no type)'}  ${topic}/${partition}/${offset}  ${parkedAt.toISOString()}`,
    );
    say(`     ${kind}${tries > 0 ? ` after ${tries} tries` : ''}  ${code}: ${message}`);
  }
  say(`${parked.length} parked.`);
}
