import type { FieldOptions, Showing } from './field.ts';

/** The error message of a field as the GOV.UK macros take it. */
export const errorMessage = ({ errors }: Showing) =>
  errors.length > 0 ? { text: errors.map(({ message }) => message).join('. ') } : undefined;

/** Label, hint and error of a component with one input. */
export const labelled = (options: FieldOptions<never>, showing: Showing) => ({
  label: { text: options.label, ...(options.heading && { classes: 'govuk-label--l', isPageHeading: true }) },
  hint: options.hint ? { text: options.hint } : undefined,
  errorMessage: errorMessage(showing),
});

/** Legend, hint and error of a component with several inputs. A legend asks, so it may be the page's heading. */
export const grouped = (options: FieldOptions<never>, showing: Showing) => ({
  fieldset: {
    legend: {
      text: showing.heading ?? options.label,
      classes: options.heading || showing.heading ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s',
      isPageHeading: options.heading ?? showing.heading !== undefined,
    },
  },
  hint: options.hint ? { text: options.hint } : undefined,
  errorMessage: errorMessage(showing),
});
