import type { PreparedProject } from '@academies/contracts';
import type { FormTable, FormView, Parsed } from '@academies/web';
import type { FormContext } from '@academies/web';
import type { DecisionAnswers } from './decision-answers.ts';

/** One page of "Record a decision". */
export interface Step {
  readonly title: string | ((answers: DecisionAnswers) => string);
  readonly form: AnyFormTable;
  /** Whether this page is asked, by what was answered before. */
  readonly due: (answers: DecisionAnswers, project: PreparedProject) => boolean;
  readonly show: (answers: DecisionAnswers, project: PreparedProject) => { form: FormView };
  /** Reads what was typed: the answers to keep, or what is wrong. */
  readonly read: (body: unknown, context: FormContext) => Parsed<never> | { readonly take: Partial<DecisionAnswers> };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- forms of any fields; `step` keeps each one's own type
type AnyFormTable = FormTable<any>;
type AnswerOf<Table> = Table extends FormTable<infer F> ? Extract<Parsed<F>, { ok: unknown }>['ok'] : never;
type Shown<Table extends AnyFormTable> = Parameters<Table['filledWith']>[1];

/** Declares a step: a form, when it is due, and which answers it fills and takes. */
export const step = <Table extends AnyFormTable>({
  form,
  fill,
  take,
  offer,
  ...rest
}: Pick<Step, 'title' | 'due'> & {
  form: Table;
  fill: (answers: DecisionAnswers) => Partial<AnswerOf<Table>>;
  take: (answer: AnswerOf<Table>) => Partial<DecisionAnswers>;
  offer?: (answers: DecisionAnswers, project: PreparedProject) => NonNullable<Shown<Table>>['offer'];
}): Step => ({
  ...rest,
  form,
  show: (answers, project) =>
    form.filledWith(fill(answers) as never, { offer: offer?.(answers, project) ?? {} } as never),
  read: (body, context) => {
    const parsed = form.parse(body, context);
    return 'ok' in parsed ? { take: take(parsed.ok as AnswerOf<Table>) } : (parsed as Parsed<never>);
  },
});
