import { type OutboxEvent, type Person, type PreparedProject, refused, type CommandResult } from '@academies/contracts';
import { type Answer, type Field, type Fields, form, type FormTable, type Offer } from '@academies/forms';
import type { BrokenRule, FixOn } from '@academies/handover';
import { changeFields } from '../project/change-fields.ts';
import type { Project } from '../project/project.ts';
import type { Row, SummaryPart } from '../project/summary.ts';
import type { SectionLookUps } from './look-ups.ts';

/** Where a project has facts for sections: at its top, or in one of its groups of facts. */
interface Places {
  facts: PreparedProject;
  summary: PreparedProject['summary'];
  transfer: NonNullable<PreparedProject['transfer']>;
}

/** What a section says of itself. Names of its fields are names of the contract, in the place that `within` names. */
export interface SectionSpec<F extends Fields, Values = Answer<FormTable<F>>> {
  /** The heading of its page. */
  readonly title: string;
  /** Its name in the summary, in the list of tasks and in what is said when it is saved; the title unless told. */
  readonly label?: string;
  /** The heading under which the summary shows it. */
  readonly group: string;
  readonly fields: F;
  readonly within?: Exclude<keyof Places, 'facts'>;
  readonly intro?: readonly string[];
  /** Answers that would be saved were the project unlocked: what the lock test sends. */
  readonly sample: Readonly<Record<string, string>>;
  /** Places of the facts, by field, where they are not those of the fields' names: who changed them last is told. */
  readonly facts?: Partial<Record<keyof F, string>>;
  /** Rules of the handover that are fixed here: they refuse a change, and their rejection unlocks the section. */
  readonly fixes?: readonly FixOn[];
  /** Rules whose rejection unlocks the section too, because its facts must agree with those. */
  readonly unlockedWith?: readonly FixOn[];
  readonly neverLocked?: true;
  /** Said of what is not answered. */
  readonly none?: string;
  /** Which projects have this section, and what others are told or which section they have in its place. */
  applies?(facts: PreparedProject): boolean;
  alsoShown?(facts: PreparedProject): boolean;
  readonly otherwise?: string | { readonly to: string };
  /** A section that has to be answered before this one. */
  first?(facts: PreparedProject, look: SectionLookUps): Promise<{ to: string; telling: string } | undefined>;
  /** What the fields hold, where that is not the fact of the same name. */
  show?(facts: PreparedProject): Partial<Values>;
  /** The facts that an answer changes, where they are not those of the same names. */
  save?(answer: Values, facts: PreparedProject, look: SectionLookUps): Change | Promise<Change>;
  /** What is wrong with an answer, besides the rules of the handover. */
  check?(answer: Values, facts: PreparedProject, look: SectionLookUps): Wrong | Promise<Wrong>;
  offer?(facts: PreparedProject, look: SectionLookUps): Promise<{ readonly [Name in keyof F]?: Offer }>;
  /** What changed facts break besides the rules of the handover. */
  alsoBroken?(changed: PreparedProject, look: SectionLookUps): Promise<readonly BrokenRule[]>;
  /** Whether a broken rule refuses a change; those that are fixed here do, unless told. */
  refusedBy?(rule: BrokenRule, changed: PreparedProject): boolean;
  /** What counts as answered; the facts of the fields' names unless told. */
  answers?(facts: PreparedProject): readonly unknown[];
  rows?(facts: PreparedProject, look: SectionLookUps): readonly Row[] | Promise<readonly Row[]>;
  /** What is published, unless it is PreparedProjectChanged. */
  event?(changed: PreparedProject, by: Person): OutboxEvent;
}
type Change = Partial<PreparedProject>;
type Wrong = string | false | null | undefined;

/** A section of a project: one page, one task, some rows of the summary. */
export interface Section<Name extends string = string>
  extends
    SummaryPart<SectionLookUps>,
    Required<Pick<SectionSpec<Fields>, 'title' | 'intro' | 'sample' | 'show' | 'save' | 'refusedBy' | 'facts'>>,
    Pick<SectionSpec<Fields>, 'fixes' | 'otherwise' | 'first' | 'check' | 'offer' | 'alsoBroken' | 'event'> {
  readonly name: Name;
  readonly form: FormTable<Fields>;
}

/** Fields that are facts need no `show` and `save`. */
type Facts<F extends Fields> = {
  readonly [Name in keyof F]: Name extends keyof PreparedProject
    ? PreparedProject[Name]
    : Name extends keyof Places['summary']
      ? Places['summary'][Name]
      : Name extends keyof Places['transfer']
        ? Places['transfer'][Name]
        : never;
};
type Whole<F extends Fields> =
  Answer<FormTable<F>> extends Facts<F> ? unknown : Required<Pick<SectionSpec<F>, 'show' | 'save'>>;

/** Declares a section (CONTRIBUTING.md, "Where a change goes"). */
export function section<const Name extends string, const F extends Fields>(
  name: Name,
  spec: SectionSpec<F> & Whole<F>,
): Section<Name> {
  const { title, fields, within, label = title, fixes = [], unlockedWith = [], intro = [] } = spec;
  const names = Object.keys(fields);
  const placeIn = (facts: PreparedProject) => ((within ? facts[within] : facts) ?? {}) as Record<string, unknown>;
  const defaults = {
    applies: () => true,
    show: (facts: PreparedProject) => Object.fromEntries(names.map((field) => [field, placeIn(facts)[field]])),
    save: (answer: object, facts: PreparedProject) => (within ? { [within]: { ...facts[within], ...answer } } : answer),
    refusedBy: ({ fixOn }: BrokenRule) => fixOn !== null && fixes.includes(fixOn),
    answers: (facts: PreparedProject) => names.map((field) => placeIn(facts)[field]),
    rows: (facts: PreparedProject) =>
      names.map((field) => rowOf(fields[field] as Field<unknown>, placeIn(facts)[field])),
  };
  const facts = Object.fromEntries(names.map((field) => [field, within ? `${within}.${field}` : field]));
  return {
    ...defaults,
    ...(spec as unknown as SectionSpec<Fields>),
    name,
    label,
    intro,
    fixes,
    facts: { ...facts, ...spec.facts },
    unlockedWith: [...fixes, ...unlockedWith],
    form: form({ fields: fields as Fields, button: 'Save' }),
  } as Section<Name>;
}

/** A fact in the words of its field: as its page shows it. */
function rowOf({ options: { label: key }, view, write }: Field<unknown>, value: unknown): Row {
  const { component, params } = view({ name: 'fact', typed: {}, errors: [] });
  if (component === 'dateInput') return { key, date: value as string | null };
  const items = (params['items'] ?? []) as readonly { readonly value: string; readonly text: string }[];
  const words = (one: string) => items.find((item) => item.value === one)?.text ?? one;
  if (value === null || value === undefined) return { key, text: null };
  const shown = write(value, 'fact')['fact'] ?? '';
  return typeof shown === 'string'
    ? { key, text: words(shown) }
    : { key, lines: shown.map((one) => ({ text: words(one) })) };
}

/** What changes in a section, the rules that the project breaks with it, and who changes it. */
export interface ChangeSection {
  readonly change: Partial<PreparedProject>;
  readonly broken?: readonly BrokenRule[];
  readonly by: Person;
}

/** The rule of a section: changes its facts, unless they are locked or break what is fixed on its page. */
export const changeSection =
  ({ name, refusedBy, event, ...part }: Section) =>
  (project: Project, { change, broken = [], by }: ChangeSection): CommandResult<Project> => {
    const changed = { ...project.facts, ...change };
    const problems = broken.filter((rule) => refusedBy(rule, changed)).map(({ message }) => ({ message, field: name }));
    return changeFields(project, { part, change, problems, by, ...(event && { event }) });
  };

/** Saves what was answered on the page of a section. */
export async function saveSection(
  section: Section,
  project: Project,
  { answer, look, by }: { answer: object; look: SectionLookUps; by: Person },
): Promise<CommandResult<Project>> {
  const { facts } = project;
  if (!section.applies(facts)) return refused(whyNot(section));
  const wrong = await section.check?.(answer as never, facts, look);
  if (wrong) return refused(wrong, section.name);
  const change = await section.save(answer as never, facts, look);
  const changed = { ...facts, ...change };
  const broken = section.fixes?.length ? await look.check(changed) : [];
  const more = (await section.alsoBroken?.(changed, look)) ?? [];
  return changeSection(section)(project, { change, broken: [...broken, ...more], by });
}

/** What is said of a section that a project does not have. */
export const whyNot = ({ otherwise, label }: Section): string =>
  typeof otherwise === 'string' ? otherwise : `This project has no section "${label}"`;
