import type { AboutProject } from './about-project.ts';
import { type ChangedBy, sections } from './facts.table.ts';

/** What is known of a project, section by section; with the forms that change it for those who may. */
export const factSections = (about: AboutProject, may: Record<ChangedBy, boolean>) =>
  sections.map(({ title, facts }) => ({
    title,
    rows: facts.flatMap(({ key, value, href, change, by = 'manage' }) => {
      const said = value(about);
      const form = may[by] ? change?.(about) : undefined;
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
