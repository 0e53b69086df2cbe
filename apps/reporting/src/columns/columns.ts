import { academyColumns } from './academy.table.ts';
import type { Column } from './column.ts';
import { contactsColumns } from './contacts.table.ts';
import { datesColumns } from './dates.table.ts';
import { decisionColumns } from './decision.table.ts';
import { handoverColumns } from './handover.table.ts';
import { localAuthorityColumns } from './local-authority.table.ts';
import { prepareColumns } from './prepare.table.ts';
import { projectColumns } from './project.table.ts';
import { schoolColumns } from './school.table.ts';
import { tasksColumns } from './tasks.table.ts';
import { incomingTrustColumns, outgoingTrustColumns } from './trusts.table.ts';

/** Every column, in the order of the data dictionary. Header, table, documentation and cells all come from here. */
export const columns: readonly Column[] = [
  ...projectColumns,
  ...datesColumns,
  ...schoolColumns,
  ...academyColumns,
  ...incomingTrustColumns,
  ...outgoingTrustColumns,
  ...localAuthorityColumns,
  ...decisionColumns,
  ...prepareColumns,
  ...handoverColumns,
  ...tasksColumns,
  ...contactsColumns,
];

export const columnNames: readonly string[] = columns.map(({ name }) => name);

const byName = new Map(columns.map((column) => [column.name, column]));

/** The column of that name, where the dictionary has one. */
export const columnCalled = (name: string): Column | undefined => byName.get(name);

/** The column of that name; a name that the dictionary lacks is a mistake in the code. */
export function columnNamed(name: string): Column {
  const column = byName.get(name);
  if (!column) throw new Error(`No column is called ${name}`);
  return column;
}
