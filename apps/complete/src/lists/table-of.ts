import type { Cell, Column } from './columns.table.ts';
import type { ListedProject } from './list-projects.ts';

/** A list as its template draws it. */
export interface ListTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const tableOf = (projects: readonly ListedProject[], columns: readonly Column[]): ListTable => ({
  headings: columns.map(({ heading }) => heading),
  rows: projects.map((project) => columns.map(({ cell }) => cell(project))),
});
