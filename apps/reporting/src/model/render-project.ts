import type { Column } from '../columns/column.ts';
import { written } from '../columns/cell.ts';
import type { Addresses } from '../columns/fingerprint.ts';
import type { RowFacts } from '../columns/row-facts.ts';
import { mentionsOf } from './mentions.ts';
import { rowFactsOf, urnsOf } from './row-facts-of.ts';
import type { Cells, RowSource, WorkingSet } from './working-set.ts';

/** The cells of one row that one event has changed: column → [old, new]. */
export interface RowChange {
  readonly reference: string;
  readonly position: number;
  readonly cells: Readonly<Record<string, readonly [old: string | null, now: string | null]>>;
}

/** How rows are made: by which columns, with links to where. */
export interface Rendering {
  readonly columns: readonly Column[];
  readonly addresses: Addresses;
}

/** The cells of one row. */
export const cellsOf = (facts: RowFacts, columns: readonly Column[]): Cells =>
  columns.map(({ cell }) => written(cell(facts)));

/** Renders the rows of a project anew, keeps them, and answers with what has changed. A row that is gone is all blank. */
export function renderProject(id: string, position: number, known: WorkingSet, rendering: Rendering): RowChange[] {
  const before = known.rows.get(id) ?? new Map<string, Cells>();
  const now = new Map<string, Cells>();
  for (const urn of urnsOf(id, known)) {
    const facts = rowFactsOf(id, urn, known, rendering.addresses);
    for (const mention of mentionsOf(facts)) known.mention(mention, id);
    known.sources.set(facts.reference, sourceOf(id, facts));
    now.set(facts.reference, cellsOf(facts, rendering.columns));
  }
  known.rows.set(id, now);
  const references = new Set([...before.keys(), ...now.keys()]);
  return [...references].flatMap((reference) => {
    const cells = changedCells(before.get(reference), now.get(reference), rendering.columns);
    return cells ? [{ reference, position, cells }] : [];
  });
}

const sourceOf = (id: string, { reference, urn, project }: RowFacts): RowSource => ({
  project_reference: reference,
  prepare_id: id,
  urn,
  academy_urn: project.academyUrn,
  incoming_ukprn: project.incomingTrust.ukprn,
  outgoing_ukprn: project.outgoingTrustUkprn,
});

function changedCells(before: Cells | undefined, now: Cells | undefined, columns: readonly Column[]) {
  const changed: Record<string, [string | null, string | null]> = {};
  let any = false;
  for (let index = 0; index < columns.length; index++) {
    const [old, fresh] = [before?.[index] ?? null, now?.[index] ?? null];
    if (old === fresh) continue;
    changed[columns[index]!.name] = [old, fresh];
    any = true;
  }
  return any ? changed : undefined;
}

/**
 * Makes the rows as they stand before the first event, and finds what they are made from. They need not be read: rows are
 * functions of the states, so the states that were loaded say what they hold.
 */
export function renderLoaded(ids: readonly string[], known: WorkingSet, rendering: Rendering): void {
  for (const id of ids) if (known.prepared.get(id) || known.completeIds.has(id)) renderProject(id, 0, known, rendering);
}
