import type { FieldOptions, Showing } from './field.ts';

/** The error message of a field as the GOV.UK macros take it. */
export const errorMessage = ({ problems }: Showing) =>
  problems.length > 0 ? { text: problems.map(({ message }) => message).join('. ') } : undefined;

/** Label, hint and error of a component with one input. */
export const labelled = (options: FieldOptions<never>, showing: Showing) => ({
  label: { text: options.label, ...(options.heading && { classes: 'govuk-label--l', isPageHeading: true }) },
  hint: options.hint ? { text: options.hint } : undefined,
  errorMessage: errorMessage(showing),
});

/** Legend, hint and error of a component with several inputs. */
export const grouped = (options: FieldOptions<never>, showing: Showing) => ({
  fieldset: {
    legend: {
      text: options.label,
      classes: options.heading ? 'govuk-fieldset__legend--l' : 'govuk-fieldset__legend--s',
      isPageHeading: options.heading,
    },
  },
  hint: options.hint ? { text: options.hint } : undefined,
  errorMessage: errorMessage(showing),
});
