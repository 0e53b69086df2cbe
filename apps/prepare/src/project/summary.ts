import type { IsoDate, PreparedProject } from '@academies/contracts';
import type { Project } from './project.ts';
import { lockOn, type Part } from './stage.ts';

/** A row of the summary: its value as a text, a date or several lines. */
export interface Row {
  readonly key: string;
  readonly text?: string | null;
  readonly date?: IsoDate | null;
  readonly lines?: readonly { readonly text: string; readonly hint?: string }[];
}

/** How far a part of a project is (docs/domain/prepare.md, "What a project holds"). */
export type Progress = 'not_started' | 'in_progress' | 'completed';

/** A part of a project as its page tells it: some rows, and one task. What its rows look up is the part's own matter. */
export interface SummaryPart<Look = unknown> extends Part {
  /** The last part of the address where it is changed, `/projects/1042/case`. */
  readonly name: string;
  readonly label: string;
  /** The heading of its rows. */
  readonly group: string;
  /** Said where nothing is answered. */
  readonly none?: string;
  /** Which projects have it. */
  applies(facts: PreparedProject): boolean;
  /** Which projects show it though they cannot change it. */
  alsoShown?(facts: PreparedProject): boolean;
  /** What counts as answered. */
  answers(facts: PreparedProject): readonly unknown[];
  rows(facts: PreparedProject, look: Look): readonly Row[] | Promise<readonly Row[]>;
}

/** Rows under their headings, and the tasks; with the address of what can be changed now. */
export async function summaryOf<Look>(parts: readonly SummaryPart<Look>[], project: Project, look: Look) {
  const { facts } = project;
  const shown = await Promise.all(
    parts
      .filter((part) => part.applies(facts) || part.alsoShown?.(facts))
      .map(async (part) => {
        const { name, label, group, none = 'Not known' } = part;
        const href = part.applies(facts) && !lockOn(project, part) ? `/projects/${facts.id}/${name}` : undefined;
        const rows = (await part.rows(facts, look)).map((row) => ({ empty: none, href, ...row }));
        return { label, group, href, rows, progress: progressOf(part.answers(facts)) };
      }),
  );
  const groups = [...new Set(shown.map(({ group }) => group))].map((heading) => ({
    heading,
    parts: shown.filter(({ group }) => group === heading),
  }));
  return {
    tasks: groups.flatMap(({ parts }) => parts.map(({ label, href, progress }) => ({ label, href, progress }))),
    groups: groups.map(({ heading, parts }) => ({ heading, rows: parts.flatMap(({ rows }) => rows) })),
  };
}

/** Nothing answered, something, or all of it. */
export function progressOf(answers: readonly unknown[]): Progress {
  const given = answers.filter((one) => one !== null && one !== undefined && one !== '' && !isEmptyList(one));
  if (given.length === 0) return 'not_started';
  return given.length === answers.length ? 'completed' : 'in_progress';
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
