import type { Erasure } from '@academies/erasing';
import { type Answered, holders, whyNotConfirmed } from './ask-erasure.ts';

const names: Readonly<Record<string, string>> = { complete: 'Complete', prepare: 'Prepare', reporting: 'Reporting' };

/** Tables as service support knows them; the others by their name. */
const tables: Readonly<Record<string, string>> = {
  project: 'projects',
  decision: 'decisions',
  person: 'people it knows',
  note: 'notes',
  history: 'lines of history',
  visit: 'visits',
  handover_details: 'handover details',
  handover_attempt: 'handovers',
  local_authority: 'local authorities',
  dialogue_draft: 'drafts',
  mail: 'e-mails',
  web_session: 'sign-ins',
  dead_letter: 'parked events',
  outbox: 'events to publish',
  journal: 'events it keeps',
  download: 'downloads on record',
  visitor: 'people who download',
  feedback: 'feedback',
  saved_choice: 'saved choices',
  choice_share: 'shared choices',
  pin: 'pinned files',
  finding_set_aside: 'findings set aside',
  register_establishment: 'schools of the register',
  register_constituency: 'constituencies',
};

/** Whether it may be done, is being done, or is done. */
export function stateInWords({ confirmedAt }: Erasure, answers: ReadonlyMap<string, Answered>) {
  const given = holders.map((service) => answers.get(service));
  if (!confirmedAt) {
    const waits = given.includes(undefined) ? 'Being looked for' : undefined;
    return waits
      ? { text: waits, colour: 'blue' }
      : whyNotConfirmed(answers)
        ? { text: 'Still needed', colour: 'red' }
        : { text: 'To be confirmed', colour: 'yellow' };
  }
  if (given.some((one) => one?.step !== 'erased')) return { text: 'Being erased', colour: 'blue' };
  return given.some((one) => (one?.texts ?? 0) > 0)
    ? { text: 'Texts to judge', colour: 'yellow' }
    : { text: 'Erased', colour: 'green' };
}

/** Until when older records in Kafka name them (docs/adr/009-erasing-a-person.md). */
function recordsInWords({ recordsAskedAt, recordsGoneAt }: Erasure): string[] {
  const compacted =
    'Records of schools, constituencies and local authorities: the newest of each is published again without them when it changes, and Kafka removes the older ones by itself, in its own time.';
  if (recordsGoneAt)
    return ['The records of projects from before are deleted: no reader gets them any more.', compacted];
  if (recordsAskedAt)
    return [
      'The records of projects from before are being deleted, as soon as every service has read them.',
      compacted,
    ];
  return [
    'Events of projects from before still name them, until they are deleted or as long as Kafka keeps them. Every service takes them out of what it reads.',
    compacted,
  ];
}

/** What every service found, and how far it is; where texts are judged. */
export function erasureInWords(
  erasure: Erasure,
  answers: ReadonlyMap<string, Answered>,
  looks: Readonly<Record<string, string>>,
) {
  const state = stateInWords(erasure, answers);
  return {
    state,
    mayConfirm: !erasure.confirmedAt && whyNotConfirmed(answers) === undefined,
    living: erasure.confirmedAt ? [] : [...answers.values()].flatMap((answer) => answer.living),
    records: recordsInWords(erasure),
    mayDeleteRecords: state.text === 'Erased' && !erasure.recordsAskedAt,
    isUnderWay: state.colour === 'blue',
    services: holders.map((service) => {
      const answer = answers.get(service);
      const isErased = answer?.step === 'erased';
      const found = Object.entries(answer?.found ?? {}).map(
        ([table, rows]) => `${rows} ${tables[table] ?? `rows of ${table}`}`,
      );
      return {
        name: names[service],
        state: isErased ? 'Erased' : erasure.confirmedAt ? 'Is erasing' : answer ? 'Has looked' : 'Is looking',
        isDone: isErased,
        found: answer ? (found.length > 0 ? found : ['Nothing']) : [],
        texts: answer?.texts ?? 0,
        href: isErased && answer.texts > 0 ? looks[service] : undefined,
      };
    }),
  };
}
