import {
  comparableSeat,
  type CompleteProject,
  type Constituency,
  type Establishment,
  type LocalAuthority,
  type PreparedProject,
  type Trust,
} from '@academies/contracts';
import type { Attempt, HandoverAnswer } from '@academies/handover';
import type { RowFacts } from '../rows/row-facts.ts';

/** Prepare's newest state, and the newest attempt to hand it over. */
export interface Prepared {
  readonly project: PreparedProject;
  readonly attempt: Attempt | null;
}

/** Newest states by key, and which of them this batch has changed. */
export class States<State> {
  readonly #changed = new Set<string>();
  readonly #states = new Map<string, State>();

  get(key: string): State | undefined {
    return this.#states.get(key);
  }

  /** As the database has it. */
  loaded(key: string, state: State): void {
    this.#states.set(key, state);
  }

  /** As an event has made it. */
  set(key: string, state: State): void {
    this.#states.set(key, state);
    this.#changed.add(key);
  }

  values(): IterableIterator<State> {
    return this.#states.values();
  }

  /** What is to be written. */
  changes(): { key: string; state: State }[] {
    return [...this.#changed].map((key) => ({ key, state: this.#states.get(key) as State }));
  }
}

/** The cells of a row, in the order of the columns, and behind them which of them were defended (`defendedColumn`). */
export type Cells = readonly (string | null)[];

/** What a row was made from beside its own project, as it is looked up when the register changes. */
export interface RowSource {
  readonly project_reference: string;
  readonly prepare_id: string;
  readonly urn: string;
  readonly academy_urn: string | null;
  readonly incoming_ukprn: string | null;
  readonly outgoing_ukprn: string | null;
  readonly seat_code: string | null;
  readonly seat_name: string | null;
  /** Does anybody still work on its project? */
  readonly alive: boolean;
}

/** A row as the rules of quality see it. */
export interface Ruled {
  readonly facts: RowFacts;
  readonly cells: Cells;
}

/** A cell that is blank because its column failed on the facts of the row. */
export interface FailedCell {
  readonly project_reference: string;
  readonly column: string;
  readonly reason: string;
}

/** Names of the things in the register that a row may be made from. */
export const mentionOf = {
  school: (urn: string) => `urn:${urn}`,
  trust: (ukprn: string) => `ukprn:${ukprn}`,
  localAuthority: (code: string) => `la:${code}`,
  seat: (key: string) => `mp:${key}`,
};

/** By what a seat is known: its code, and its name as it is compared, since two public files differ in it. */
export const seatOf = ({ code, name }: { code: string | null; name: string | null }) => ({
  code,
  name: name === null ? null : comparableSeat(name),
});
export const seatKeys = (seat: { code: string | null; name: string | null }): string[] =>
  Object.values(seatOf(seat)).filter((key) => key !== null);

/** All that one batch of events needs of the read model, in memory: states, and the rows that they may touch. */
export class WorkingSet {
  readonly prepared = new States<Prepared>();
  /** By Complete's own id: an academy that was deleted and handed over again has two. */
  readonly complete = new States<CompleteProject>();
  readonly answers = new States<readonly HandoverAnswer[]>();
  readonly establishments = new States<Establishment>();
  readonly trusts = new States<Trust>();
  /** By their names as they are compared. */
  readonly constituencies = new States<Constituency>();
  readonly localAuthorities = new States<LocalAuthority>();
  /** Prepare id → row key → cells. */
  readonly rows = new Map<string, Map<string, Cells>>();
  /** Row key → what it was rendered from in this batch. */
  readonly sources = new Map<string, RowSource>();
  /** Row key → what its findings are made of, as it stands now; and as it stood before the first event of the batch. */
  readonly ruled = new Map<string, Ruled>();
  ruledBefore: ReadonlyMap<string, Ruled> = new Map();
  /** Row key → its cells that failed. */
  readonly failedCells = new Map<string, FailedCell[]>();
  /** Prepare id → ids of its projects in Complete. */
  readonly completeIds = new Map<string, Set<string>>();
  /** What a row was rendered from (`urn:900123`) → Prepare ids. Only grows: one look too many changes nothing. */
  readonly mentions = new Map<string, Set<string>>();

  readonly #trustsByUkprn = new Map<string, Set<string>>();
  readonly #seatsByCode = new Map<string, Constituency>();

  /** The cells of a row, by its key `{Prepare id}/{URN}`, as it stands now. */
  rowOf(reference: string): Cells | undefined {
    return this.rows.get(reference.slice(0, reference.indexOf('/')))?.get(reference);
  }

  failed(cell: FailedCell): void {
    const cells = this.failedCells.get(cell.project_reference) ?? [];
    this.failedCells.set(cell.project_reference, [...cells, cell]);
  }

  failedCellsOf(references: readonly string[]): FailedCell[] {
    return references.flatMap((reference) => this.failedCells.get(reference) ?? []);
  }

  completeOf(prepareId: string): CompleteProject[] {
    return [...(this.completeIds.get(prepareId) ?? [])].map((id) => this.complete.get(id) as CompleteProject);
  }

  hasComplete({ id, prepareId }: CompleteProject): void {
    const ids = this.completeIds.get(prepareId) ?? new Set();
    this.completeIds.set(prepareId, ids.add(id));
  }

  hasTrust({ groupUid, ukprn }: Trust): void {
    if (ukprn === null) return;
    const uids = this.#trustsByUkprn.get(ukprn) ?? new Set();
    this.#trustsByUkprn.set(ukprn, uids.add(groupUid));
  }

  hasSeat(seat: Constituency): void {
    if (seat.code !== null) this.#seatsByCode.set(seat.code, seat);
  }

  /** The seat of a school: the code decides before the name. */
  constituencyOf({ constituency }: Establishment): Constituency | null {
    const { code, name } = seatOf(constituency);
    const byCode = code === null ? undefined : this.#seatsByCode.get(code);
    return byCode ?? (name === null ? undefined : this.constituencies.get(name)) ?? null;
  }

  /** Trusts that carry a UKPRN now. */
  trustsOf(ukprn: string): Trust[] {
    return [...(this.#trustsByUkprn.get(ukprn) ?? [])]
      .map((uid) => this.trusts.get(uid) as Trust)
      .filter((trust) => trust.ukprn === ukprn);
  }

  mention(key: string, prepareId: string): void {
    const ids = this.mentions.get(key) ?? new Set();
    this.mentions.set(key, ids.add(prepareId));
  }
}
