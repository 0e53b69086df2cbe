import { possibleDays } from '@academies/contracts';
import { checkboxes, form, month, radios, select } from '@academies/forms';
import { dateColumns } from '../request/period.parameters.ts';
import { isOurMonth, yearsInWords } from '../request/period.ts';
import type { Report } from '../reports/report.ts';

const headings = radios({
  label: 'Column headings',
  always: true,
  choices: {
    words: { text: 'Words', hint: 'As the report has always had them' },
    names: { text: 'Column names', hint: 'For programs: they never change' },
  },
});
const contacts = checkboxes({ label: 'Contacts', choices: { all: 'Add every contact column that this report lacks' } });
const anyDate = select({
  label: 'Date that the period is about',
  hint: 'The conversion or transfer date, unless you choose another',
  choices: Object.fromEntries(dateColumns.map(({ name, heading }) => [name, heading])),
});

/** Any real month; which of them a file takes is said with the file (request/period.ts). */
const range = possibleDays;

/** What is asked before a download: whole months, and how the file should look. */
export function periodForm({ period }: Report) {
  const first = {
    label: 'First month',
    range,
    hint: period.required ? 'For example, 4 2027' : 'Leave both months empty for all projects',
  };
  const last = { label: 'Last month', range, hint: 'The same month again for a single month' };
  return form({
    button: 'Download CSV file',
    fields: {
      from: month({ ...first, ...(period.required && { required: 'Enter the first month' }) }),
      to: month({ ...last, ...(period.required && { required: 'Enter the last month' }) }),
      ...(period.anyDate && { on: anyDate }),
      contacts,
      headings,
    },
    together: ({ from, to }): { from?: string; to?: string } => {
      if (from && !to) return { to: 'Enter the last month, or leave both empty' };
      if (from && !isOurMonth(from)) return { from: yearsInWords('first') };
      if (to && !isOurMonth(to)) return { to: yearsInWords('last') };
      if (to && !from) return { from: 'Enter the first month, or leave both empty' };
      return from && to && from > to ? { to: 'The last month must be the same as or after the first month' } : {};
    },
  });
}
export type PeriodForm = ReturnType<typeof periodForm>;
