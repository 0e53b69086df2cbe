import type { IsoDate } from '@academies/contracts';
import { type Answer, checkboxes, form, radios, select } from '@academies/forms';
import { dateColumns } from '../filters/narrow-row.ts';
import { isPeriodName, type Months, namedPeriods } from '../filters/named-periods.ts';
import type { Report } from '../reports/report.ts';
import { monthChoices, monthsInWords, yearChoices } from '../filters/months.ts';

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

/** The periods that a report offers on this day, with what each means. */
function periods({ period }: Report, today: IsoDate, last: Months | undefined) {
  const named = Object.entries(namedPeriods).map(
    ([name, { text, months }]) => [name, { text, hint: monthsInWords(months(today)) }] as const,
  );
  return Object.fromEntries([
    ...(period.required ? [] : [['all', { text: 'All projects', hint: 'Whatever their dates are' }] as const]),
    ...named,
    ...(last ? [['last', { text: 'The one I took last time', hint: monthsInWords(last) }] as const] : []),
    ['months', { text: 'Other months', hint: 'A single month, or from one to another' }] as const,
  ]);
}

/** What is asked before a download: which months, and how the file should look. */
export function periodForm(report: Report, today: IsoDate, last?: Months) {
  const years = yearChoices(today);
  const month = (label: string, required: string) =>
    select({ label, choices: monthChoices, required }).when('period', 'months');
  const year = (label: string, required: string) =>
    select({ label, choices: years, required }).when('period', 'months');
  return form({
    button: 'Show what is in the file',
    fields: {
      period: radios({ label: 'Which months?', choices: periods(report, today, last), required: 'Select the months' }),
      'from-month': month('First month', 'Select the first month'),
      'from-year': year('Year of the first month', 'Select the year of the first month'),
      'to-month': month('Last month', 'Select the last month'),
      'to-year': year('Year of the last month', 'Select the year of the last month'),
      ...(report.period.anyDate && { on: anyDate }),
      contacts,
      headings,
    },
    together: (answer) => {
      const months = chosenMonths(answer, today);
      return months && months.from > months.to
        ? { 'to-month': 'The last month must be the same as or after the first month' }
        : {};
    },
  });
}
export type PeriodForm = ReturnType<typeof periodForm>;
export type PeriodAnswer = Answer<PeriodForm>;

/** The months that somebody has chosen; undefined for all projects. */
export function chosenMonths(answer: PeriodAnswer, today: IsoDate, last?: Months): Months | undefined {
  const { period } = answer;
  if (isPeriodName(period)) return namedPeriods[period].months(today);
  if (period === 'months')
    return {
      from: `${answer['from-year']}-${answer['from-month']}`,
      to: `${answer['to-year']}-${answer['to-month']}`,
    };
  return period === 'last' ? last : undefined;
}
