import type { FieldTold, TaskTold } from '@academies/testing';
import type { Locator } from '@academies/testing/browser';
import { partsOf, thisMonth, nextMonth } from './months.ts';
import type { Present } from './visits.ts';

const text = 'Agreed with everybody';

/** The input of a field; of a date one for each part, of a choice one for each value. */
const input = ({ page }: Present, name: string, value?: string): Locator =>
  page.locator(`[name="${name}"]${value === undefined ? '' : `[value="${value}"]`}`);

async function typeDate(present: Present, name: string, parts: Record<string, string>): Promise<void> {
  for (const [part, typed] of Object.entries(parts)) await present.hands.type(input(present, `${name}-${part}`), typed);
}

/** Fills a field by its kind; of choices the one that asks for more, where one does. */
const fillings: Readonly<
  Record<FieldTold['of'], (present: Present, field: FieldTold, task: TaskTold) => Promise<void>>
> = {
  tick: (present, { name }) => present.hands.choose(input(present, name)),
  yes_no: (present, { name }) => present.hands.choose(input(present, name, 'yes')),
  text: (present, { name }) => present.hands.type(input(present, name), text),
  int: (present, { name }) => present.hands.type(input(present, name), '420'),
  enum: (present, { name, choices }, { fields }) => {
    const asksForMore = choices.find((choice) => fields.some(({ when }) => when === choice));
    return present.hands.choose(input(present, name, asksForMore ?? choices.at(-1)));
  },
  date: (present, { name }) => typeDate(present, name, { day: '1', ...partsOf(thisMonth) }),
  month: (present, { name }) => typeDate(present, name, partsOf(nextMonth)),
  contact: (present, { name }) => addContact(present, name),
};

/** Adds the person whom a task asks for, and comes back to it with that person chosen. */
async function addContact(present: Present, asked: string): Promise<void> {
  const { page, hands } = present;
  await hands.press(page.getByRole('link', { name: 'Add a contact' }));
  if ((await page.locator('[name="who"]:checked').count()) === 0)
    await hands.choose(input(present, 'who', 'someone_else'));
  await hands.press(page.getByRole('button', { name: 'Continue' }));
  if ((await input(present, 'category').inputValue()) === '') await hands.select(input(present, 'category'), 'school');
  await hands.type(input(present, 'name'), `The ${asked.replaceAll('_', ' ')}`);
  if ((await input(present, 'role').inputValue()) === '') await hands.type(input(present, 'role'), 'Business manager');
  await hands.type(input(present, 'email'), `${asked}@larkmere.example`);
  await hands.press(page.getByRole('button', { name: 'Save contact' }));
  await page.getByRole('alert').getByText('Contact saved').waitFor();
}

/** Opens a task from the list, fills all that it asks and saves it; the list then says that it is completed. */
export async function fillTask(present: Present, task: TaskTold): Promise<void> {
  const { page, hands } = present;
  await hands.press(page.getByRole('link', { name: task.title, exact: true }));
  const setAside = input(present, 'notApplicable').and(page.locator(':checked'));
  if ((await setAside.count()) > 0) await hands.untick(input(present, 'notApplicable'));
  for (const field of task.fields) await fillings[field.of](present, field, task);
  await hands.press(page.getByRole('button', { name: 'Save and return' }));
  await page.locator('.govuk-notification-banner').getByText(task.title).waitFor();
  expect([task.name, await page.locator(`#task-${task.name}-status`).innerText()]).toEqual([task.name, 'Completed']);
}
