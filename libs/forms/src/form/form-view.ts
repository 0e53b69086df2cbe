import { dateInWords } from '@academies/contracts';
import type { Field, FieldError, FieldView, FormContext, Option, Typed } from '../field/field.ts';
import { type DatePart, readDate } from '../kinds/date.ts';
import { changedMeanwhile, type Collision, type Faster, summaryOf } from './form-errors.ts';

/** A form as the template gets it; `{{ answerForm(form) }}` draws it. */
export class FormView {
  /** Put in when the page is rendered: the session's token, and the address that the form is posted to. */
  csrfToken = '';
  action = '';

  constructor(
    readonly of: object,
    /** In the order of the page; a field that a choice opens stands with the choice. */
    readonly fields: readonly FieldView[],
    readonly errors: readonly { text: string; href?: string }[],
    readonly button: string,
    /** The hash of what the form showed when it was opened (`FormTable.shown`). */
    readonly shown: string,
    /** The same form with what was typed, what was wrong with it and what was found for it. */
    readonly again: (
      typed: Typed,
      errors: readonly FieldError[],
      found?: FormContext['found'],
      collision?: Collision,
    ) => FormView,
    /** After a collision: what is stored beside what was typed. */
    readonly comparison?: Comparison,
  ) {}

  /** One field, for a page that places its fields itself: `{{ formField(form.field('trust')) }}`. */
  field(name: string): FieldView | undefined {
    return this.fields.find((field) => field.name === name);
  }
}

/** The fields in which what is stored now and what was typed differ, and who stored it. */
export interface Comparison {
  readonly faster: Faster | undefined;
  readonly fields: readonly { readonly label: string; readonly stored: string; readonly typed: string }[];
}

interface Drawing {
  readonly table: { readonly fields: Readonly<Record<string, Field<unknown>>>; readonly button: string };
  readonly typed: Typed;
  readonly options: Record<string, Option[]>;
  readonly shown: string;
  readonly heading?: string;
  readonly errors?: readonly FieldError[];
  readonly found?: FormContext['found'];
  readonly comparison?: Comparison;
}

/** Draws every field of a form. */
export function viewOf(drawing: Drawing): FormView {
  const { table, typed, options, shown, heading, errors = [], found, comparison } = drawing;
  const asked = Object.values(table.fields).filter(({ condition }) => !condition);
  const drawn = Object.entries(table.fields).map(([name, field]) =>
    field.view({
      name,
      typed,
      errors: errors.filter((error) => error.field === name),
      offered: options[name],
      found: found?.[name],
      ...(heading && asked.length === 1 && !field.condition && { heading }),
    }),
  );
  return new FormView(
    table,
    withReveals(table.fields, drawn),
    summaryOf(errors),
    table.button,
    shown,
    (typedIn, wrong, lookedUp, collision) => {
      // Whoever is told of a collision has looked at what is stored now; else what was shown at first still counts.
      const told = collision ?? wrong.find(({ message }) => message === changedMeanwhile);
      const sent = typeof typedIn['shown'] === 'string' && !told ? typedIn['shown'] : shown;
      const again = { ...drawing, typed: { ...typedIn, ...collision?.settled }, found: lookedUp };
      return viewOf({
        ...again,
        errors: wrong,
        shown: sent,
        ...(collision && { comparison: compared(drawing, again, collision) }),
      });
    },
    comparison,
  );
}

/** What is stored beside what was typed, in words. */
function compared(stored: Drawing, sent: Drawing, { faster, fields }: Collision): Comparison {
  const saidIn = ({ table, typed, options, found }: Drawing, name: string) =>
    said(table.fields[name]?.view({ name, typed, errors: [], offered: options[name], found: found?.[name] }));
  return {
    faster,
    fields: fields.map((name) => ({
      label: stored.table.fields[name]?.options.label ?? name,
      stored: saidIn(stored, name),
      typed: saidIn(sent, name),
    })),
  };
}

interface Items {
  readonly value?: string | false;
  readonly values?: readonly string[];
  readonly items?: readonly { name?: string; value: string; text?: string; detail?: { value: string } }[];
  readonly prefix?: { text: string };
}

/** What a field holds, as people read it: choices in words, a date in one line. */
function said(view: FieldView | undefined): string {
  const { value, values, items = [], prefix } = (view?.params ?? {}) as Items;
  const { radios, input } = (view?.params ?? {}) as { radios?: Items | false; input?: Items };
  if (view?.component === 'registerSearch')
    return inWords((radios || {}).items ?? [], [(radios || {}).value || '']) || input?.value || '';
  if (view?.component === 'dateInput') return dateSaid(items);
  return items.length > 0 ? inWords(items, values ?? [value || '']) : `${prefix?.text ?? ''}${value || ''}`;
}

function dateSaid(parts: NonNullable<Items['items']>): string {
  const texts: Partial<Record<DatePart, string>> = Object.fromEntries(parts.map(({ name, value }) => [name, value]));
  const reading = readDate(texts);
  if (!('date' in reading)) return Object.values(texts).join(' ').trim();
  return dateInWords('day' in texts ? reading.date : reading.date.slice(0, 7));
}

const inWords = (items: NonNullable<Items['items']>, chosen: readonly string[]): string =>
  items
    .filter((item) => chosen.includes(item.value))
    .map(({ value, text, detail }) => [text ?? value, detail?.value].filter(Boolean).join(': '))
    .join('\n');

/** A field that is asked for one choice of radios or checkboxes stands below that choice. */
function withReveals(fields: Drawing['table']['fields'], drawn: readonly FieldView[]): FieldView[] {
  const openedBy = ({ name }: FieldView): { field: string; choice: string } | undefined => {
    const condition = fields[name]?.condition;
    const opener = condition && fields[condition.field];
    if (!opener) return undefined;
    const answer = opener.write(condition.answer, condition.field)[condition.field];
    const { component } = drawn.find((field) => field.name === condition.field) as FieldView;
    const opens = ['radios', 'checkboxes'].includes(component) && typeof answer === 'string';
    return opens ? { field: condition.field, choice: answer } : undefined;
  };

  const complete = (field: FieldView): FieldView => {
    const opened = drawn.filter((one) => openedBy(one)?.field === field.name).map(complete);
    if (opened.length === 0) return field;
    const reveals = Object.groupBy(opened, (one) => openedBy(one)?.choice ?? '') as FieldView['reveals'];
    // Choices in one line have no room for what they open.
    return { ...field, params: { ...field.params, classes: undefined }, reveals };
  };
  return drawn.filter((field) => !openedBy(field)).map(complete);
}
