import type { Establishment } from '@academies/contracts';
import { written } from '../columns/cell.ts';
import type { Column } from '../columns/column.ts';
import { isAlive } from '../quality/rule.ts';
import { defendedColumn } from '../read-model/tables.sql.ts';
import type { Addresses, RowFacts } from '../rows/row-facts.ts';
import { authorityCode, rowFactsOf, urnsOf } from './row-facts-of.ts';
import { type Cells, mentionOf, type RowSource, seatKeys, seatOf, type WorkingSet } from './working-set.ts';

/** The cells of one row that one event has changed, by column: what each said before, and what it says now. */
export interface RowChange {
  readonly reference: string;
  readonly position: number;
  readonly old: Readonly<Record<string, string | null>>;
  readonly new: Readonly<Record<string, string | null>>;
}

/** How rows are made: by which columns, with links to where. */
export interface Rendering {
  readonly columns: readonly Column[];
  readonly addresses: Addresses;
}

/** The cells of one row, and behind them which were defended against spreadsheets. One that fails is blank and told: a mistake in one column is no reason to hold a project back. */
export const cellsOf = (
  facts: RowFacts,
  columns: readonly Column[],
  failed: (column: string, reason: string) => void = () => {},
): Cells => {
  const defended: string[] = [];
  const cells = columns.map(({ name, cell }) => {
    try {
      return written(cell(facts), () => defended.push(name));
    } catch (error) {
      failed(name, String(error));
      return null;
    }
  });
  return [...cells, defended.length > 0 ? `,${defended.join()},` : null];
};

/** Renders the rows of a project anew, keeps them, and answers with what has changed. A row that is gone is all blank. */
export function renderProject(id: string, position: number, known: WorkingSet, rendering: Rendering): RowChange[] {
  const before = known.rows.get(id) ?? new Map<string, Cells>();
  const now = new Map<string, Cells>();
  for (const urn of urnsOf(id, known)) {
    const facts = rowFactsOf(id, urn, known, rendering.addresses);
    for (const mention of mentionsOf(facts)) known.mention(mention, id);
    known.sources.set(facts.reference, sourceOf(id, facts));
    known.failedCells.delete(facts.reference);
    const failed = (column: string, reason: string) =>
      known.failed({ project_reference: facts.reference, column, reason });
    const cells = cellsOf(facts, rendering.columns, failed);
    now.set(facts.reference, cells);
    known.ruled.set(facts.reference, { facts, cells });
  }
  for (const reference of before.keys()) if (!now.has(reference)) known.ruled.delete(reference);
  known.rows.set(id, now);
  const references = new Set([...before.keys(), ...now.keys()]);
  return [...references].flatMap((reference) => {
    const changed = changedCells(before.get(reference), now.get(reference), rendering.columns);
    return changed ? [{ reference, position, ...changed }] : [];
  });
}

/** What a row is made from beside its own project; when one of these changes, the row may change. */
function mentionsOf({ urn, project, school }: RowFacts): string[] {
  const mentions = [mentionOf.school(urn)];
  if (project.academyUrn) mentions.push(mentionOf.school(project.academyUrn));
  if (project.incomingTrust.ukprn) mentions.push(mentionOf.trust(project.incomingTrust.ukprn));
  if (project.outgoingTrustUkprn) mentions.push(mentionOf.trust(project.outgoingTrustUkprn));
  return school ? mentions.concat(mentionsOfSchool(school)) : mentions;
}

function mentionsOfSchool(school: Establishment): string[] {
  const code = authorityCode(school);
  const seats = seatKeys(school.constituency).map(mentionOf.seat);
  return code ? [mentionOf.localAuthority(code), ...seats] : seats;
}

const sourceOf = (id: string, facts: RowFacts): RowSource => {
  const { reference, urn, project, school } = facts;
  return {
    project_reference: reference,
    prepare_id: id,
    urn,
    academy_urn: project.academyUrn,
    incoming_ukprn: project.incomingTrust.ukprn,
    outgoing_ukprn: project.outgoingTrustUkprn,
    seat_code: school && seatOf(school.constituency).code,
    seat_name: school && seatOf(school.constituency).name,
    alive: isAlive(facts),
  };
};

function changedCells(before: Cells | undefined, now: Cells | undefined, columns: readonly Column[]) {
  const changed: { old: Record<string, string | null>; new: Record<string, string | null> } = { old: {}, new: {} };
  let any = false;
  for (let index = 0; index <= columns.length; index++) {
    const [old, fresh] = [before?.[index] ?? null, now?.[index] ?? null];
    if (old === fresh) continue;
    const name = columns[index]?.name ?? defendedColumn;
    changed.old[name] = old;
    changed.new[name] = fresh;
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
  known.ruledBefore = new Map(known.ruled);
}
