import {
  type CompleteProject,
  type Constituency,
  ConstituencyChanged,
  ConstituencyRepublished,
  CompleteProjectChanged,
  CompleteProjectDeleted,
  CompleteProjectRepublished,
  AcademyOrderDateSet,
  AcademyRemoved,
  DaoRevoked,
  DecisionRecorded,
  type Establishment,
  EstablishmentChanged,
  EstablishmentRepublished,
  HandoverConfirmed,
  HandoverDetailsAdded,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  type LocalAuthority,
  LocalAuthorityChanged,
  LocalAuthorityRepublished,
  type PreparedProject,
  PreparedProjectChanged,
  PreparedProjectDeleted,
  PreparedProjectRepublished,
  ProjectApproved,
  ProjectCompleted,
  ProjectCreated,
  ProjectStarted,
  type Trust,
  TrustChanged,
  TrustRepublished,
  type ValueOf,
} from '@academies/contracts';
import type { Answer } from './handover-of.ts';

/** An event as the journal keeps it; rows are made from nothing else. */
export interface JournalEvent {
  readonly position: number;
  readonly type: string;
  readonly time: string;
  readonly value: unknown;
}

/** What an event means to the read model: one newer state, and what it says about a handover. */
export type Incoming =
  | { is: 'prepared'; project: PreparedProject; approvedAt?: string }
  | { is: 'complete'; project: CompleteProject; answer?: Answer }
  | { is: 'answer'; prepareId: string; answer: Answer }
  | { is: 'establishment'; state: Establishment }
  | { is: 'trust'; state: Trust }
  | { is: 'constituency'; state: Constituency }
  | { is: 'localAuthority'; state: LocalAuthority };

type Reader = (value: never, time: string) => Incoming;

const prepared = ({ project }: { project: PreparedProject }): Incoming => ({ is: 'prepared', project });
const complete = ({ project }: { project: CompleteProject }): Incoming => ({ is: 'complete', project });
const establishment = ({ establishment: state }: { establishment: Establishment }): Incoming => ({
  is: 'establishment',
  state,
});
const trust = ({ trust: state }: { trust: Trust }): Incoming => ({ is: 'trust', state });
const constituency = ({ constituency: state }: { constituency: Constituency }): Incoming => ({
  is: 'constituency',
  state,
});
const localAuthority = ({ localAuthority: state }: { localAuthority: LocalAuthority }): Incoming => ({
  is: 'localAuthority',
  state,
});

const made = ({ project, attempt }: ValueOf<typeof ProjectCreated>, at: string): Incoming => ({
  is: 'complete',
  project,
  answer: { urn: project.urn, attempt, says: 'created', reasons: [], at },
});

/** Every type that the read model takes → what it means. */
const readers: Readonly<Record<string, Reader>> = {
  [ProjectStarted.type]: prepared,
  [PreparedProjectChanged.type]: prepared,
  [DecisionRecorded.type]: prepared,
  [ProjectApproved.type]: ({ project }: ValueOf<typeof ProjectApproved>, at) => ({
    is: 'prepared',
    project,
    approvedAt: at,
  }),
  [AcademyOrderDateSet.type]: prepared,
  [AcademyRemoved.type]: prepared,
  [PreparedProjectDeleted.type]: prepared,
  [PreparedProjectRepublished.type]: prepared,
  [ProjectCreated.type]: made,
  [HandoverConfirmed.type]: made,
  [HandoverRejected.type]: ({ prepareId, urn, attempt, reasons, at }: ValueOf<typeof HandoverRejected>) => ({
    is: 'answer',
    prepareId,
    answer: { urn, attempt, says: 'rejected', reasons: reasons.map(({ message }) => message), at },
  }),
  [HandoverHeldUp.type]: ({ prepareId, urn, attempt, at }: ValueOf<typeof HandoverHeldUp>) => ({
    is: 'answer',
    prepareId,
    answer: { urn, attempt, says: 'held_up', reasons: [], at },
  }),
  [HandoverDiscarded.type]: ({ prepareId, urn, attempt, note, at }: ValueOf<typeof HandoverDiscarded>) => ({
    is: 'answer',
    prepareId,
    answer: { urn, attempt, says: 'rejected', reasons: [note], at },
  }),
  [HandoverDetailsAdded.type]: complete,
  [CompleteProjectChanged.type]: complete,
  [ProjectCompleted.type]: complete,
  [DaoRevoked.type]: complete,
  [CompleteProjectDeleted.type]: complete,
  [CompleteProjectRepublished.type]: complete,
  [LocalAuthorityChanged.type]: localAuthority,
  [LocalAuthorityRepublished.type]: localAuthority,
  [EstablishmentChanged.type]: establishment,
  [EstablishmentRepublished.type]: establishment,
  [TrustChanged.type]: trust,
  [TrustRepublished.type]: trust,
  [ConstituencyChanged.type]: constituency,
  [ConstituencyRepublished.type]: constituency,
};

/** Types that the read model takes; a test holds them against contracts. */
export const readTypes: readonly string[] = Object.keys(readers);

/** What an event means; undefined for a type that the read model does not take. */
export const incoming = ({ type, value, time }: JournalEvent): Incoming | undefined =>
  readers[type]?.(value as never, time);
