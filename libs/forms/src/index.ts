export type { Choices, Offer } from './field/choices.ts';
export type {
  Condition,
  Field,
  FieldError,
  FieldOptions,
  FieldView,
  FormContext,
  Found,
  LookUp,
  Match,
  Option,
  Rule,
  Typed,
} from './field/field.ts';
export { isAsked } from './field/field.ts';
export { matching } from './field/answer.ts';
export { typedIn } from './field/answer.ts';
export { changedMeanwhile, type Faster, FormErrors, summaryOf } from './form/form-errors.ts';
export { FormView } from './form/form-view.ts';
export { form, type Answer, type Fields, type FormTable, type Known, type Parsed, type Values } from './form/form.ts';
export { lookedUp, type LookUps } from './form/looked-up.ts';
export type { Sent, SentAbout } from './form/shown-values.ts';
export { checkboxes } from './kinds/choices.ts';
export { date, type DateRange, month, outOfRange } from './kinds/date.ts';
export { email } from './kinds/email.ts';
export { fromRegister } from './kinds/from-register.ts';
export { number } from './kinds/number.ts';
export { radios } from './kinds/choices.ts';
export { reasons, type Reason } from './kinds/reasons.ts';
export { select } from './kinds/choices.ts';
export { text } from './kinds/text.ts';
export { textarea } from './kinds/textarea.ts';
export { url } from './kinds/url.ts';
export { tick, yesOrNo } from './kinds/yes-or-no.ts';
