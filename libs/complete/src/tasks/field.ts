import { IsoDate, type TaskAnswers } from '@academies/contracts';

type Answers = TaskAnswers['answers'];
type Answer = Answers[string];

/** One field of a task: what may be answered, and when it is asked. */
export interface TaskField {
  readonly kind: 'tick' | 'choice' | 'text' | 'number' | 'date' | 'month' | 'yes_no' | 'contact';
  /** Names that may be chosen. */
  readonly choices?: readonly string[];
  /** Whether a text of answer is one of this kind. */
  readonly fits: (answer: Answer) => boolean;
  /** Whether it is asked, given the task's other answers. */
  readonly isAsked: (answers: Answers) => boolean;
  /** Asked only when another field has this answer. */
  readonly when: (field: string, answer: Answer) => TaskField;
}

const field = (kind: TaskField['kind'], fits: TaskField['fits'], choices?: readonly string[]): TaskField => ({
  kind,
  fits,
  ...(choices && { choices }),
  isAsked: () => true,
  when(other, answer) {
    return { ...this, isAsked: (answers) => answers[other] === answer };
  },
});

const isDate = (answer: Answer): boolean => typeof answer === 'string' && IsoDate.safeParse(answer).success;
const isText = (answer: Answer): boolean => typeof answer === 'string' && answer.trim() !== '';

/** A box to tick. */
export const tick = () => field('tick', (answer) => typeof answer === 'boolean');
/** Yes or no; no is an answer too. */
export const yesNo = () => field('yes_no', (answer) => typeof answer === 'boolean');
export const text = () => field('text', isText);
/** A whole number of 0 or more. */
export const number = () => field('number', (answer) => Number.isInteger(answer) && (answer as number) >= 0);
export const date = () => field('date', isDate);
/** The confirmed month. Not answered like the others: `confirmDate` writes it, with its history. */
export const month = () => field('month', () => false);
/** One of these names. */
export const choice = (...choices: string[]) =>
  field('choice', (answer) => choices.includes(answer as string), choices);
/** One of the project's contacts. Not kept as an answer: the project's key contacts name it. */
export const contact = () => field('contact', () => false);
