import { InvalidError, type PreparedProject } from '@academies/contracts';
import { Form, Needs, page, type Redirect, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Query, type Type } from '@nestjs/common';
import { Projects } from '../project/projects.ts';
import { lastChange } from '../project/project.repository.ts';
import { afterFixing } from '../project/stage.ts';
import { lookUpsIn } from './look-ups.ts';
import { saveSection, whyNot } from './save-section.ts';
import type { Section } from './section.ts';

/** A controller for each section, at an address of its own: `projects/:project/case`. */
export const sectionPages = (sections: readonly Section[]): Type[] => sections.map(pageOf);

function pageOf(section: Section): Type {
  const { name, label, title, intro, form } = section;

  @Controller(`projects/:project/${name}`)
  @Needs('edit-prepare')
  class SectionPage {
    constructor(private readonly projects: Projects) {}

    @Get()
    async show(@Param('project') id: string) {
      const { facts, heading } = await this.projects.toChange(id, section);
      const { em } = this.projects;
      const look = lookUpsIn(em, (changed) => this.projects.check(changed, em));
      const elsewhere = insteadOf(section, facts) ?? (await section.first?.(facts, look));
      if (elsewhere) return sendTo(id, elsewhere);
      const offer = await section.offer?.(facts, look);
      return page('sections/section', {
        ...heading,
        ...form.filledWith(section.show(facts), offer && { offer }),
        title,
        intro,
      });
    }

    @Post()
    async save(
      @Param('project') id: string,
      @Form(form) answer: object,
      @Shown() shown: string | undefined,
      @Query('then') then: unknown,
      @SignedIn() user: SignedInUser,
    ) {
      const isDone = await this.projects.change({ id, user, part: section, form }, (project, { em, check, by }) => {
        const faster = (fields: readonly string[]) =>
          lastChange(
            project,
            fields.flatMap((field) => section.places[field] ?? []),
          );
        const stored = section.show(project.facts);
        const settled = form.settled({ stored, shown, answer: { ...answer }, faster });
        return saveSection(section, project, { answer: settled, look: lookUpsIn(em, check), by });
      });
      const there = redirect(afterFixing(id, then));
      return isDone ? there.saying(`${label} saved`) : there.telling(`Nothing to save: ${label} says this already`);
    }
  }
  return SectionPage;
}

/** Where a project is sent that has another section in this one's place; refused when it has none. */
function insteadOf(section: Section, facts: PreparedProject): { to: string; telling?: string } | undefined {
  if (section.applies(facts)) return undefined;
  if (typeof section.otherwise === 'object') return section.otherwise;
  throw new InvalidError('PREPARE.NO_SECTION', whyNot(section));
}

function sendTo(id: string, { to, telling }: { to: string; telling?: string }): Redirect {
  const there = redirect(`/projects/${id}/${to}`);
  return telling ? there.telling(telling) : there;
}
