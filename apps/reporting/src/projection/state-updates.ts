import {
  type AnyEvent,
  comparableSeat,
  type CompleteProject,
  type Constituency,
  type Establishment,
  type EventTypeIn,
  type LocalAuthority,
  type PreparedProject,
  type TopicName,
  type Trust,
  type ValueOf,
} from '@academies/contracts';
import { type HandoverAnswer, handoverAnswer } from '@academies/handover';
import type { Subscription } from '@academies/messaging';
import type { JournalEvent } from '../journal/journal.ts';
import { mentionOf, type Prepared, seatKeys, type WorkingSet } from './working-set.ts';

/** What an event means to the read model: one newer state, or an answer to an approval. */
export type StateUpdate =
  | { is: 'prepared'; project: PreparedProject; approval?: string }
  | { is: 'complete'; project: CompleteProject; answer?: HandoverAnswer }
  | { is: 'answer'; prepareId: string; answer: HandoverAnswer }
  | { is: 'establishment'; state: Establishment }
  | { is: 'trust'; state: Trust }
  | { is: 'constituency'; state: Constituency }
  | { is: 'localAuthority'; state: LocalAuthority };

type Event = Pick<JournalEvent, 'id' | 'type'>;
type ReadTopic = Exclude<TopicName, 'watermarks' | 'erasures'>;

/** Every type of every topic has its reader: one that lacks it does not compile. */
type Readers = {
  readonly [Topic in ReadTopic]: {
    readonly [Type in EventTypeIn<Topic>]: (
      value: ValueOf<Extract<AnyEvent, { type: Type }>>,
      event: Event,
    ) => StateUpdate;
  };
};

const prepared = ({ project }: { project: PreparedProject }): StateUpdate => ({ is: 'prepared', project });
const complete = ({ project }: { project: CompleteProject }): StateUpdate => ({ is: 'complete', project });
const localAuthority = (value: { localAuthority: LocalAuthority }): StateUpdate => ({
  is: 'localAuthority',
  state: value.localAuthority,
});
const establishment = (value: { establishment: Establishment }): StateUpdate => ({
  is: 'establishment',
  state: value.establishment,
});
const trust = (value: { trust: Trust }): StateUpdate => ({ is: 'trust', state: value.trust });
const constituency = (value: { constituency: Constituency }): StateUpdate => ({
  is: 'constituency',
  state: value.constituency,
});
const created = (value: { project: CompleteProject }, { type }: Event): StateUpdate => ({
  is: 'complete',
  project: value.project,
  answer: answerIn(type, value),
});
const answered = (value: { prepareId: string }, { type }: Event): StateUpdate => ({
  is: 'answer',
  prepareId: value.prepareId,
  answer: answerIn(type, value),
});
const answerIn = (type: string, value: object) => handoverAnswer(type, value) as HandoverAnswer;

/** What the read model reads, and what each event means to it: whatever happens anywhere may be in a file. */
const readers: Readers = {
  'prepare.projects': {
    'prepare.project.started.v1': prepared,
    'prepare.project.changed.v1': prepared,
    'prepare.decision.recorded.v1': prepared,
    'prepare.decision.corrected.v1': prepared,
    'prepare.project.approved.v1': ({ project }, { id }) => ({ is: 'prepared', project, approval: id }),
    'prepare.project.academy-order-date-set.v1': prepared,
    'prepare.project.academy-removed.v1': prepared,
    'prepare.project.deleted.v1': prepared,
    'prepare.project.state-republished.v1': prepared,
  },
  'complete.projects': {
    'complete.project.created.v1': created,
    'complete.handover.confirmed.v1': created,
    'complete.handover.rejected.v1': answered,
    'complete.handover.held-up.v1': answered,
    'complete.handover.discarded.v1': answered,
    'complete.project.handover-details-added.v1': complete,
    'complete.project.changed.v1': complete,
    'complete.project.completed.v1': complete,
    'complete.project.dao-revoked.v1': complete,
    'complete.project.deleted.v1': complete,
    'complete.project.state-republished.v1': complete,
  },
  'complete.local-authorities': {
    'complete.local-authority.changed.v1': localAuthority,
    'complete.local-authority.state-republished.v1': localAuthority,
  },
  'register.establishments': {
    'register.establishment.changed.v1': establishment,
    'register.establishment.state-republished.v1': establishment,
  },
  'register.trusts': {
    'register.trust.changed.v1': trust,
    'register.trust.state-republished.v1': trust,
  },
  'register.constituencies': {
    'register.constituency.changed.v1': constituency,
    'register.constituency.state-republished.v1': constituency,
  },
};

type Reader = (value: unknown, event: Event) => StateUpdate;
const readerOf = new Map(Object.values(readers).flatMap((types) => Object.entries(types) as [string, Reader][]));

const handled = (types: object) => Object.fromEntries(Object.keys(types).map((type) => [type, 'handled' as const]));

/** The table above as messaging reads it, and the watermarks that say how fresh a file is. */
export const readModelSubscription: Subscription = {
  group: 'reporting',
  topics: {
    ...Object.fromEntries(Object.entries(readers).map(([topic, types]) => [topic, handled(types)])),
    watermarks: { 'watermark.advanced.v1': 'handled' },
  },
};

/** What an event means; undefined for a type of an older release that the read model does not know. */
export const updateOf = (event: JournalEvent): StateUpdate | undefined =>
  readerOf.get(event.type)?.(event.value, event);

/** Applies one update to the states. Answers with the Prepare ids whose rows may now look different. */
export function applyUpdate(update: StateUpdate, known: WorkingSet): Iterable<string> {
  const mentioning = (...mentions: (string | null)[]) =>
    new Set(mentions.flatMap((mention) => [...((mention && known.mentions.get(mention)) || [])]));

  switch (update.is) {
    case 'prepared':
      known.prepared.set(update.project.id, preparedAs(update.project, update.approval, known));
      return [update.project.id];
    case 'complete':
      known.complete.set(update.project.id, update.project);
      known.hasComplete(update.project);
      if (update.answer) saveAnswer(update.project.prepareId, update.answer, known);
      return [update.project.prepareId];
    case 'answer':
      saveAnswer(update.prepareId, update.answer, known);
      return [update.prepareId];
    case 'establishment':
      known.establishments.set(update.state.urn, update.state);
      return mentioning(mentionOf.school(update.state.urn));
    case 'trust': {
      const before = known.trusts.get(update.state.groupUid)?.ukprn ?? null;
      known.trusts.set(update.state.groupUid, update.state);
      known.hasTrust(update.state);
      return mentioning(before && mentionOf.trust(before), update.state.ukprn && mentionOf.trust(update.state.ukprn));
    }
    case 'constituency':
      known.constituencies.set(comparableSeat(update.state.name), update.state);
      known.hasSeat(update.state);
      return mentioning(...seatKeys(update.state).map(mentionOf.seat));
    case 'localAuthority':
      known.localAuthorities.set(update.state.code, update.state);
      return mentioning(mentionOf.localAuthority(update.state.code));
  }
}

/** Keeps each answer once, in order of arrival; that it came again changes nothing. */
function saveAnswer(prepareId: string, answer: HandoverAnswer, known: WorkingSet): void {
  const isSame = (other: HandoverAnswer) =>
    (['urn', 'attempt', 'approval', 'says', 'project'] as const).every((part) => other[part] === answer[part]);
  const others = (known.answers.get(prepareId) ?? []).filter((other) => !isSame(other));
  known.answers.set(prepareId, [...others, answer]);
}

/** An approval begins an attempt; what happens to the project afterwards does not change it. */
const preparedAs = (project: PreparedProject, approval: string | undefined, known: WorkingSet): Prepared =>
  approval === undefined
    ? { project, attempt: known.prepared.get(project.id)?.attempt ?? null }
    : { project, attempt: { number: project.attempts, approval, urns: project.academies.map(({ urn }) => urn) } };
