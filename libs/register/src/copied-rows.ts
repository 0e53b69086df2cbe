import {
  comparable,
  comparableSeat,
  type Constituency,
  ConstituencyChanged,
  ConstituencyRepublished,
  type Establishment,
  EstablishmentChanged,
  EstablishmentRepublished,
  type Trust,
  TrustChanged,
  TrustRepublished,
} from '@academies/contracts';

/** The part of a received event that the copy needs. */
export interface RegisterEvent {
  readonly type: string;
  readonly sequence: number;
  readonly value: unknown;
}

/** A row of one of the copy's tables, before PostgreSQL derives its other columns from the state. */
export interface CopiedRow {
  readonly key: string;
  readonly sequence: number;
  readonly search_name: string;
  readonly state: Establishment | Trust | Constituency;
}

type ToRow = (value: never) => Omit<CopiedRow, 'sequence'>;

const establishmentRow = ({ establishment }: { establishment: Establishment }) => ({
  key: establishment.urn,
  search_name: comparable(establishment.name),
  state: establishment,
});
const trustRow = ({ trust }: { trust: Trust }) => ({
  key: trust.groupUid,
  search_name: comparable(trust.name),
  state: trust,
});
const constituencyRow = ({ constituency }: { constituency: Constituency }) => ({
  key: constituency.name,
  search_name: comparableSeat(constituency.name),
  state: constituency,
});

/** Every table of the copy: its key, and how the events that fill it become its rows. */
export const copies = {
  register_establishment: {
    key: 'urn',
    types: [EstablishmentChanged.type, EstablishmentRepublished.type] as string[],
    toRow: establishmentRow as ToRow,
  },
  register_trust: {
    key: 'group_uid',
    types: [TrustChanged.type, TrustRepublished.type] as string[],
    toRow: trustRow as ToRow,
  },
  register_constituency: {
    key: 'name',
    types: [ConstituencyChanged.type, ConstituencyRepublished.type] as string[],
    toRow: constituencyRow as ToRow,
  },
};
export type CopyTable = keyof typeof copies;
export const copyTables = Object.keys(copies) as CopyTable[];

/** The rows that events make in a table: one a key, the newest by sequence. Events of other types make none. */
export function copiedRows(table: CopyTable, events: readonly RegisterEvent[]): CopiedRow[] {
  const { types, toRow } = copies[table];
  const newest = new Map<string, CopiedRow>();
  for (const event of events) {
    if (!types.includes(event.type)) continue;
    const row = { ...toRow(event.value as never), sequence: event.sequence };
    const known = newest.get(row.key);
    if (!known || known.sequence < row.sequence) newest.set(row.key, row);
  }
  return [...newest.values()];
}
