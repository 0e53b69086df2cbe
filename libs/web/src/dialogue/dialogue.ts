import type { IsoDate, Problem } from '@academies/contracts';
import { type Field, type FormTable, isAsked, type Offer } from '@academies/forms';

/** What the page to check says of an answer: a row, its text in one or several lines. */
export interface Said {
  readonly key: string;
  readonly text: string | readonly string[];
}

/** One page of a dialogue: a form whose fields are named as the answers that it fills. */
export interface Step<Answers, Facts> {
  readonly title: string | ((answers: Answers, facts: Facts) => string);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- forms of any fields; the second half keeps them to the answers
  readonly form: FormTable<any> & {
    readonly fields: { readonly [Name in keyof Answers]?: Pick<Field<Answers[Name]>, 'read'> };
  };
  /** Whether it is asked, by what was answered before and what is known; always unless told. */
  readonly due?: (answers: Answers, facts: Facts) => boolean;
  /** What holds while it is not asked, where that is not nothing. */
  readonly otherwise?: (answers: Answers) => Partial<Answers>;
  /** Choices that depend on what was answered before or on what is known. */
  readonly offer?: (answers: Answers, facts: Facts) => Readonly<Record<string, Offer>>;
  /** Its rows on the page to check; none unless told. */
  readonly says?: (answers: Answers, facts: Facts) => readonly Said[];
}

/** Pages that follow each other: one question each, then all answers to check. Pure; `dialoguePages` makes pages of it. */
export interface Dialogue<Answers extends object, Facts> {
  /** The answers before anybody answered. */
  readonly blank: Answers;
  /** In their order, by the last part of their address. */
  readonly steps: Readonly<Record<string, Step<Answers, Facts>>>;
  /** What is wrong with answers beyond their forms; `field` names the step. */
  readonly judge?: (answers: Answers, facts: Facts, today: IsoDate) => readonly Problem[];
}

/** Declares the steps of a dialogue; their names are kept for links. */
export const stepsOf =
  <Answers extends object, Facts>() =>
  <const Name extends string>(steps: Record<Name, Step<Answers, Facts>>): Record<Name, Step<Answers, Facts>> =>
    steps;

/**
 * The answers that apply: of the steps that are due, each by the answers before it. The draft keeps all of them, so that
 * who changes an answer and changes it back finds the others as they were; what does not apply is not recorded.
 */
export function applying<Answers extends object, Facts>(
  { steps, blank }: Dialogue<Answers, Facts>,
  answers: Answers,
  facts: Facts,
): { readonly answers: Answers; readonly due: readonly string[] } {
  const due: string[] = [];
  let given = blank;
  for (const [name, { form, due: isDue, otherwise }] of Object.entries<Step<Answers, Facts>>(steps)) {
    if (isDue && !isDue(given, facts)) {
      given = { ...given, ...otherwise?.(given) };
      continue;
    }
    due.push(name);
    given = { ...given, ...askedOf(form, answers) };
  }
  return { answers: given, due };
}

/** Of the answers, those to the fields of a form that are asked: a field may depend on another of the same form. */
export function askedOf<Answers extends object>(
  { fields }: { readonly fields: object },
  answers: Partial<Answers>,
): Partial<Answers> {
  const asked = Object.entries<Field<unknown>>(fields as Record<string, Field<unknown>>)
    .filter(([, field]) => isAsked(field, answers as Record<string, unknown>))
    .map(([name]) => [name, answers[name as keyof Answers]]);
  return Object.fromEntries(asked) as Partial<Answers>;
}

/** Where somebody stands in a dialogue. */
export interface Place<Answers, Facts> {
  readonly answers: Answers;
  readonly facts: Facts;
  readonly today: IsoDate;
}

/** The name of the first step that is due and not rightly answered; undefined when all are. */
export function unanswered<Answers extends object, Facts>(
  dialogue: Dialogue<Answers, Facts>,
  { answers: all, facts, today }: Place<Answers, Facts>,
): string | undefined {
  const { answers, due } = applying(dialogue, all, facts);
  const wrong = dialogue.judge?.(answers, facts, today) ?? [];
  return due.find((name) => {
    const form = dialogue.steps[name]?.form;
    const asked = form ? Object.entries(askedOf(form, answers)) : [];
    const isOpen = asked.some(
      ([field, answer]) => !(form?.fields as Record<string, Field<unknown>>)[field]?.accepts(answer, today),
    );
    return isOpen || wrong.some(({ field }) => field === name);
  });
}

/** What follows a step: the next one that is due, then what is still open, then the page to check. */
export function nextStep<Answers extends object, Facts>(
  dialogue: Dialogue<Answers, Facts>,
  from: string,
  { changing, ...place }: Place<Answers, Facts> & { readonly changing: boolean },
): string {
  const { due } = applying(dialogue, place.answers, place.facts);
  const open = unanswered(dialogue, place);
  return (changing ? open : (due[due.indexOf(from) + 1] ?? open)) ?? 'check';
}

/** The step before, for the back link; of the page to check, the last that is due. */
export function stepBefore<Answers extends object, Facts>(
  dialogue: Dialogue<Answers, Facts>,
  name: string,
  { answers, facts }: Pick<Place<Answers, Facts>, 'answers' | 'facts'>,
): string | undefined {
  const { due } = applying(dialogue, answers, facts);
  return name === 'check' ? due.at(-1) : due[due.indexOf(name) - 1];
}
