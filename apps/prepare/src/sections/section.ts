import type { OutboxEvent, Person, PreparedProject } from '@academies/contracts';
import { type Fields, form, type FormTable, type Offer, type Values } from '@academies/forms';
import type { BrokenRule, FixOn } from '@academies/handover';
import type { SummaryPart } from '../project/summary.ts';
import { type Change, type Keeping, keepings, type Kept, type Places } from './kept.ts';
import type { SectionLookUps } from './look-ups.ts';

type Wrong = string | false | null | undefined;

/** What a section says of itself. Names of its fields are names of the contract, in the place that `within` names. */
export interface SectionSpec<F extends Fields, Within extends keyof Places = keyof Places> {
  /** The heading of its page. */
  readonly title: string;
  /** Its name in the summary, in the list of tasks and in what is said when it is saved; the title unless told. */
  readonly label?: string;
  /** The heading under which the summary shows it. */
  readonly group: string;
  readonly fields: F;
  readonly within?: Exclude<Within, 'facts'>;
  /** How a field is kept, as far as that is not as the fact of its name. */
  readonly kept?: { readonly [Name in keyof F]?: Partial<Keeping<Values<F>[Name]>> };
  readonly intro?: readonly string[];
  /** Answers that would be saved were the project unlocked: what the tests of locks and of saved facts send. */
  readonly sample: Values<F>;
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
  /** What is wrong with an answer, besides the rules of the handover. */
  check?(answer: Values<F>, facts: PreparedProject, look: SectionLookUps): Wrong | Promise<Wrong>;
  offer?(facts: PreparedProject, look: SectionLookUps): Promise<{ readonly [Name in keyof F]?: Offer }>;
  /** What changed facts break besides the rules of the handover. */
  alsoBroken?(changed: PreparedProject, look: SectionLookUps): Promise<readonly BrokenRule[]>;
  /** Whether a broken rule refuses a change; those that are fixed here do, unless told. */
  refusedBy?(rule: BrokenRule, changed: PreparedProject): boolean;
  /** What is published, unless it is PreparedProjectChanged. */
  event?(changed: PreparedProject, by: Person): OutboxEvent;
}
/** A section of a project: one page, one task, some rows of the summary. */
export interface Section<Name extends string = string>
  extends
    SummaryPart<SectionLookUps>,
    Required<Pick<SectionSpec<Fields>, 'title' | 'intro' | 'refusedBy'>>,
    Pick<SectionSpec<Fields>, 'fixes' | 'otherwise' | 'first' | 'check' | 'offer' | 'alsoBroken' | 'event'> {
  readonly name: Name;
  readonly form: FormTable<Fields>;
  readonly sample: Values<Fields>;
  /** The places of its facts, by field. */
  readonly places: Readonly<Record<string, string>>;
  /** What its form holds. */
  show(facts: PreparedProject): Values<Fields>;
  /** The facts that an answer changes. */
  save(answer: Values<Fields>, facts: PreparedProject, look: SectionLookUps): Promise<Change>;
}

/** Declares a section (CONTRIBUTING.md, "Where a change goes"). */
export function section<const Name extends string, const F extends Fields, const Within extends keyof Places = 'facts'>(
  name: Name,
  spec: SectionSpec<F, Within> & (object extends Kept<F, Places[Within]> ? unknown : { kept: Kept<F, Places[Within]> }),
): Section<Name> {
  const { kept, within, ...said } = spec as unknown as SectionSpec<Fields>;
  const { title, fields, label = title, intro = [], fixes = [], unlockedWith = [] } = said;
  const all = keepings(fields, kept, within);
  return {
    applies: () => true,
    refusedBy: ({ fixOn }) => fixOn !== null && fixes.includes(fixOn),
    ...said,
    name,
    label,
    intro,
    fixes,
    unlockedWith: [...fixes, ...unlockedWith],
    form: form({ fields, button: 'Save' }),
    places: Object.fromEntries(all.map(([field, { at }]) => [field, at])),
    show: (facts) => Object.fromEntries(all.map(([field, { show }]) => [field, show(facts)])),
    answers: (facts) => all.map(([, { answer }]) => answer(facts)),
    rows: async (facts, look) => (await Promise.all(all.map(([, { rows }]) => rows(facts, look)))).flat(),
    async save(answer, facts, look) {
      let change: Change = {};
      for (const [field, { save }] of all)
        change = { ...change, ...(await save(answer[field], { ...facts, ...change }, look)) };
      return change;
    },
  };
}
