import type { ParkedEvent } from '@academies/messaging';
import { establishmentsByUrn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '@academies/database';

/** A parked event as service support reads it: which project and schools it is about, and why it waits. */
export interface LetterInWords extends ParkedEvent {
  /** What its page is found by: its key, or its number where it has none. */
  readonly choice: string;
  readonly project: string | null;
  readonly schools: readonly string[];
  readonly what: string;
  readonly why: string;
  readonly state: string;
}

/** Why, by the code; what the software itself fails on is told to its developers. */
const reasons: Readonly<Record<string, string>> = {
  'MESSAGE.WAITS': 'It waits for the event before it',
  'MESSAGE.WRONG_VALUE':
    'What it carries is not what such an event carries. Prepare and this service may be of different versions',
  'MESSAGE.UNKNOWN_TYPE': 'This service does not know such an event yet. It may work after the next release',
  'MESSAGE.BROKEN_JSON': 'It is damaged and cannot be read',
  'MESSAGE.NO_VALUE': 'It is empty',
  'MESSAGE.NO_KEY': 'It does not say which project it is about',
  'MESSAGE.NO_EVENT': 'It was not sent by one of our services',
  'MESSAGE.UNREADABLE': 'It is damaged and cannot be read',
  'MESSAGE.PROCESS_DIED': 'The service stopped each time that it tried. Tell the developers',
};

const states = {
  replay: 'Is being tried again',
  discard: 'Is being given up',
  waiting: 'Waits behind another',
  none: 'Needs a decision',
} as const;

const urnsSql = `
  select prepare_id as "prepareId", array_agg(distinct urn) as urns from (
    select document ->> 'prepareId' as prepare_id, document ->> 'urn' as urn from project where document ->> 'prepareId' = any ($1)
    union all select prepare_id, urn from rejected_handover where prepare_id = any ($1)) as known
   group by prepare_id`;

/** What is told of parked events; schools come from the event, or from what is known of its project. */
export async function lettersInWords(em: EntityManager, letters: readonly ParkedEvent[]): Promise<LetterInWords[]> {
  const ids = [...new Set(letters.flatMap((letter) => projectOf(letter) ?? []))];
  const rows = await sql<{ prepareId: string; urns: string[] }>(em, urnsSql, [ids]);
  const known = new Map(rows.map(({ prepareId, urns }) => [prepareId, urns]));
  const urnsFor = (letter: ParkedEvent): readonly string[] =>
    urnsIn(letter) ?? known.get(projectOf(letter) ?? '') ?? [];
  const schools = await establishmentsByUrn(em, [...new Set(letters.flatMap(urnsFor))]);
  return letters.map((letter) => ({
    ...letter,
    choice: letter.key ?? `#${letter.id}`,
    project: projectOf(letter),
    schools: urnsFor(letter).map((urn) => schools.get(urn)?.name ?? `School with the URN ${urn}`),
    what: inWords(letter.type),
    why: reasons[letter.code] ?? (/^[\dA-Z]{5}$|^UNKNOWN$/.test(letter.code) ? failed : letter.message),
    state: letter.request ? states[letter.request] : letter.kind === 'waiting' ? states.waiting : states.none,
  }));
}

const failed = 'The service fails on it. Tell the developers what the details say';

/** The Prepare project that an event is about: the key of project events. */
const projectOf = ({ key, topic }: ParkedEvent): string | null =>
  topic.endsWith('.projects') && /^\d+$/.test(key ?? '') ? key : null;

function urnsIn({ event }: ParkedEvent): string[] | undefined {
  const { project } = (event?.value ?? {}) as { project?: { academies?: { urn: string }[]; urn?: string } };
  return project?.academies?.map(({ urn }) => urn) ?? (project?.urn === undefined ? undefined : [project.urn]);
}

/** prepare.project.approved.v1 → Prepare: project approved. */
function inWords(type: string | null): string {
  const [source = '', ...words] = (type ?? '').replace(/\.v\d+$/, '').split(/[.-]/);
  return words.length > 0 ? `${source.charAt(0).toUpperCase()}${source.slice(1)}: ${words.join(' ')}` : 'Unknown event';
}
