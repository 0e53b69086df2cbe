import { changeDate, dateReasonsFor, dateWarnings, whyNotThatDate } from '@academies/complete';
import { changed, dateReasons, InvalidError, type IsoDate, type Kind } from '@academies/contracts';
import { form, month, reasons } from '@academies/forms';
import { inWords } from '@academies/web';
import { byManagers } from '../project/managers.ts';
import type { Opened } from '../project/project-form.ts';
import { projectForm } from '../project/project-form.page.ts';

const monthForm = form({
  fields: {
    date: month({
      label: 'New date',
      hint: 'Month and year. For example, 9 2027',
      required: 'Enter the new date',
      range: { from: { years: -2 }, to: { years: 10 } },
    }),
  },
});

const reasonsForm = (choices: Readonly<Record<string, string>>) =>
  form({
    fields: {
      reasons: reasons({
        label: 'Why does the date change?',
        hint: 'Select all that apply',
        choices,
        required: 'Select at least one reason',
        detail: { label: 'Give details', required: 'Enter details' },
      }),
    },
    button: 'Change the date',
  });

const ofKind = (kind: Kind, from: IsoDate, to: IsoDate) =>
  reasonsForm(Object.fromEntries(dateReasonsFor(kind, from, to).map((reason) => [reason, dateReasons.say(reason)])));

/** One form for each kind and direction, made once: the reasons are not the same. */
const forms = {
  conversion: {
    earlier: ofKind('conversion', '2000-02-01', '2000-01-01'),
    later: ofKind('conversion', '2000-01-01', '2000-02-01'),
  },
  transfer: {
    earlier: ofKind('transfer', '2000-02-01', '2000-01-01'),
    later: ofKind('transfer', '2000-01-01', '2000-02-01'),
  },
};

/** The month of the address, `?to=2027-09`, as the first of it. */
function newDateOf({ query, today }: Pick<Opened, 'query' | 'today'>): IsoDate {
  const date = `${String(query['to'])}-01`;
  if (monthForm.fields.date.accepts(date, today)) return date;
  throw new InvalidError('COMPLETE.NO_MONTH', 'Enter the new date first: go back to the dates of the project');
}

const chooseDate = projectForm({
  ...byManagers,
  address: 'dates/change',
  title: ({ about }) => `Change the ${about.project.kind} date`,
  says: ({ about: { project } }) => [
    `The date that holds now is ${inWords.month(project.significantDate)}. The original date was ${inWords.month(project.provisionalDate)}.`,
  ],
  missing: async ({ about: { project } }) =>
    project.dateConfirmed
      ? []
      : [
          {
            text: 'Confirm the date in the task External stakeholder kick-off first',
            href: `/projects/${project.id}/tasks/stakeholder_kick_off`,
          },
        ],
  form: monthForm,
  rule: (project, { answer }) => whyNotThatDate(project, answer.date) ?? changed(project),
  next: ({ answer }) => `/dates/reasons?to=${answer.date.slice(0, 7)}`,
});

const giveReasons = projectForm({
  ...byManagers,
  address: 'dates/reasons',
  title: (opened) => `Why does the date change to ${inWords.month(newDateOf(opened))}?`,
  warns: (opened) => dateWarnings(opened.about.project, newDateOf(opened), opened.today),
  form: (opened) => {
    const { kind, significantDate } = opened.about.project;
    return forms[kind][newDateOf(opened) < significantDate ? 'earlier' : 'later'];
  },
  stands: ({ significantDate }) => ({ significantDate }),
  rule: (project, { answer, context, opened }) =>
    project.significantDate === newDateOf(opened)
      ? changed(project) // the form was sent twice
      : changeDate(project, { ...context, date: newDateOf(opened), reasons: answer.reasons as never }),
  next: '/dates',
  saved: 'Date changed',
});

export const dateForms = [chooseDate, giveReasons];
