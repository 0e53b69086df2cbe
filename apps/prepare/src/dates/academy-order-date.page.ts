import { RefusedError } from '@academies/contracts';
import { type Answer, date, Form, form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { headingOf } from '../projects/heading.ts';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { setAcademyOrderDate, takesAcademyOrderDate } from './set-academy-order-date.ts';

export const academyOrderDateForm = form({
  fields: {
    date: date({
      label: 'Academy order date',
      hint: 'The date on the academy order. For example, 8 10 2026',
      required: 'Enter the academy order date',
    }),
  },
  button: 'Save',
});

/** The academy order date of an approved voluntary conversion; it can be set though the project is locked. */
@Controller('projects/:project/academy-order-date')
@Needs('edit-prepare')
export class AcademyOrderDatePage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const project = await this.projects.read(id);
    if (!takesAcademyOrderDate(project)) {
      throw new RefusedError(
        'PREPARE.NO_ACADEMY_ORDER',
        'Only an approved voluntary conversion has an academy order date',
      );
    }
    const values = { date: project.facts.academyOrderDate ?? undefined };
    const intro = ['Complete is told as soon as you save it.'];
    const heading = await headingOf(this.projects.em, project);
    return { ...heading, ...academyOrderDateForm.filledWith(values), title: 'When was the academy order made?', intro };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(academyOrderDateForm) { date }: Answer<typeof academyOrderDateForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, form: academyOrderDateForm };
    await this.projects.change(asked, (project, { by }) => setAcademyOrderDate(project, { date, by }));
    return redirect(`/projects/${id}`).saying('Academy order date saved');
  }
}
