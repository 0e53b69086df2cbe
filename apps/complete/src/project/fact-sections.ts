import type { AboutProject } from './about-project.ts';
import { sections } from './facts.table.ts';

/** What is known of a project, section by section; with the forms that change it for those who may. */
export const factSections = (about: AboutProject, mayChange: boolean) =>
  sections.map(({ title, facts }) => ({
    title,
    rows: facts.flatMap(({ key, value, href, change }) => {
      const said = value(about);
      const form = mayChange ? change?.(about) : undefined;
      return said === undefined
        ? []
        : [
            {
              key,
              value: said ?? 'Not known',
              href: href?.(about) ?? null,
              change: form && `/projects/${about.project.id}/${form}`,
            },
          ];
    }),
  }));
