import type { Concern } from '@academies/contracts';
import type { LastWord } from '@academies/messaging';
import { type Addresses, services } from './services.table.ts';

interface Link {
  readonly text: string;
  readonly href?: string | undefined;
}

/** How a service is doing, as service support reads it. */
export interface ServiceInWords {
  readonly name: string;
  readonly does: string;
  readonly page: Link | undefined;
  readonly state: { readonly text: string; readonly colour: string };
  readonly says: readonly Link[];
  readonly saidAt: Date | undefined;
  readonly silent: boolean;
}

/** A relay speaks every few seconds; after so long its silence is told. */
const silenceSeconds = 300;

const words: Readonly<Record<Concern, (count: number) => string>> = {
  parked_keys: (count) =>
    count === 1 ? '1 project or record has parked events' : `${count} projects or records have parked events`,
  rejected_handovers: (count) => (count === 1 ? '1 handover is rejected' : `${count} handovers are rejected`),
  approvals_unanswered: (count) =>
    count === 1
      ? '1 approval has waited too long for its answer'
      : `${count} approvals have waited too long for their answers`,
  mails_not_sent: (count) => (count === 1 ? '1 e-mail could not be sent' : `${count} e-mails could not be sent`),
};

/** A row a service, whether or not it was heard of (docs/domain/complete-pages.md, "Service support"). */
export const servicesInWords = (heard: readonly LastWord[], addresses: Addresses): ServiceInWords[] =>
  services(addresses).map(({ source, looks, ...service }) => {
    const word = heard.find((one) => one.source === source);
    const waiting = whatWaits(word?.counts ?? {}, looks);
    const silent = !word || isSilent(word);
    const state = stateOf({ silent, waits: waiting.length > 0 });
    return { ...service, state, says: says(word, waiting), saidAt: word?.saidAt, silent };
  });

const isConcern = (name: string): name is Concern => name in words;

const whatWaits = (counts: Readonly<Record<string, number>>, looks: Partial<Record<Concern, string>>): Link[] =>
  Object.entries(counts).flatMap(([name, count]) =>
    count > 0 && isConcern(name) ? [{ text: words[name](count), href: looks[name] }] : [],
  );

const isSilent = ({ secondsAgo }: LastWord): boolean => secondsAgo > silenceSeconds;

function stateOf({ silent, waits }: { silent: boolean; waits: boolean }) {
  if (silent) return { text: 'Not heard of', colour: 'red' };
  return waits ? { text: 'To look at', colour: 'yellow' } : { text: 'Well', colour: 'green' };
}

function says(word: LastWord | undefined, waiting: readonly Link[]): Link[] {
  if (!word) return [{ text: 'It has not said anything yet' }];
  if (!word.counts) return [{ text: 'It does not say what waits there' }];
  return waiting.length > 0 ? [...waiting] : [{ text: 'Nothing waits for you there' }];
}

/** Whether Handover, which listens for this page, is itself to be looked at: it has heard nothing of anybody. */
export const hearsNothing = (heard: readonly LastWord[]): boolean => heard.every(isSilent);
