import { type CommandResult, type Person, type PreparedProject, refused } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover';
import { changeFields } from '../project/change-fields.ts';
import type { Project } from '../project/project.ts';
import type { SectionLookUps } from './look-ups.ts';
import type { Section } from './section.ts';

/** What changes in a section, the rules that the project breaks with it, and who changes it. */
export interface ChangeSection {
  readonly change: Partial<PreparedProject>;
  readonly broken?: readonly BrokenRule[];
  readonly by: Person;
}

/** The rule of a section: changes its facts, unless they are locked or break what is fixed on its page. */
export const changeSection =
  ({ name, refusedBy, event, ...part }: Section) =>
  (project: Project, { change, broken = [], by }: ChangeSection): CommandResult<Project> => {
    const changed = { ...project.facts, ...change };
    const problems = broken.filter((rule) => refusedBy(rule, changed)).map(({ message }) => ({ message, field: name }));
    return changeFields(project, { part, change, problems, by, ...(event && { event }) });
  };

/** Saves what was answered on the page of a section. */
export async function saveSection(
  section: Section,
  project: Project,
  { answer, look, by }: { answer: object; look: SectionLookUps; by: Person },
): Promise<CommandResult<Project>> {
  const { facts } = project;
  if (!section.applies(facts)) return refused(whyNot(section));
  const wrong = await section.check?.(answer as never, facts, look);
  if (wrong) return refused(wrong, section.name);
  const change = await section.save(answer as never, facts, look);
  const changed = { ...facts, ...change };
  const broken = section.fixes?.length ? await look.check(changed) : [];
  const more = (await section.alsoBroken?.(changed, look)) ?? [];
  return changeSection(section)(project, { change, broken: [...broken, ...more], by });
}

/** What is said of a section that a project does not have. */
export const whyNot = ({ otherwise, label }: Section): string =>
  typeof otherwise === 'string' ? otherwise : `This project has no section "${label}"`;
