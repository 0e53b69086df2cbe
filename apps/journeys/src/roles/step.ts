import type { Kind } from '@academies/contracts';
import type { personas } from '@academies/identity';
import type { ApprovedProject, Row } from '../watching/approved-project.ts';
import type { Present } from './visits.ts';

/** What a journey is about. */
export interface Journey {
  readonly kind: Kind;
  readonly project: ApprovedProject;
  readonly urn: string;
  /** An academy of the register that is to open. */
  readonly academyUrn: string;
}

/** What one role does with a project, and what everybody else sees of it afterwards. */
export interface Step {
  readonly promise: string;
  readonly who: keyof typeof personas;
  readonly at: 'complete' | 'reporting';
  /** Finds the project where the role looks for its work, and does it. */
  readonly walk: (present: Present, journey: Journey) => Promise<void>;
  /** The event that tells of it, and the cells that the files have then. */
  readonly event: string;
  readonly cells: (journey: Journey) => Row;
  /** What an e-mail says, and to whom. */
  readonly mails?: keyof typeof personas;
}

export const button = ({ page, hands }: Present, name: string) => hands.press(page.getByRole('button', { name }));
export const follow = ({ page, hands }: Present, name: string | RegExp) =>
  hands.press(page.locator('main').getByRole('link', { name }).first());
export const told = ({ page }: Present, words: string) => page.getByRole('alert').getByText(words).waitFor();
export const choice = ({ page, hands }: Present, group: string, label: string) =>
  hands.choose(page.getByRole('group', { name: group }).getByLabel(label, { exact: true }));

/** The link to the project in a list. */
export const inList = ({ page }: Present, { project }: Journey) =>
  page.locator(`main a[href$="/projects/${project.id}"]`).first();

/** Narrows a list to the school. */
export async function search(present: Present, { urn }: Journey): Promise<void> {
  const list = present.page.getByRole('search', { name: 'This list' });
  await present.hands.type(list.getByLabel('Search'), urn);
  await present.hands.press(list.getByRole('button', { name: 'Search' }));
}
