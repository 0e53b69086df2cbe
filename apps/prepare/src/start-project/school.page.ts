import { searchSchools } from '@academies/register';
import { type Answer, Form, form, Needs, page, radios, redirect, text } from '@academies/web';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { addressOf, chosenIn } from './new-project.ts';
import { NewProjects } from './new-projects.ts';

export const findForm = form({
  fields: { search: text({ label: 'Name or URN of the school', required: 'Enter the name or URN of the school' }) },
  button: 'Find the school',
});
export const schoolForm = form({ fields: { school: radios({ label: 'Schools found', required: 'Select a school' }) } });

/** Which school converts: found by name or URN, then chosen, unless a project has it already. */
@Controller('start/conversion')
@Needs('edit-prepare')
export class StartSchoolPage {
  constructor(
    private readonly projects: Projects,
    private readonly newProjects: NewProjects,
  ) {}

  @Get()
  show() {
    return page('start-project/step', { ...findForm.empty(), title: 'Which school converts?', back: '/start' });
  }

  @Post()
  find(@Form(findForm) { search }: Answer<typeof findForm>) {
    return redirect(`/start/conversion/school?search=${encodeURIComponent(search)}`);
  }

  @Get('school')
  async showFound(@Query('search') search: unknown) {
    const found = await searchSchools(this.projects.em, String(search ?? ''), { open: true, academy: false });
    const school = found.map(({ urn, name, localAuthority }) => ({
      value: urn,
      text: name,
      hint: `URN ${urn}, ${localAuthority.name ?? 'no local authority'}`,
    }));
    const nothing =
      school.length === 0 &&
      `The register has no open school like “${String(search ?? '')}” that is not an academy yet.`;
    return page('start-project/step', {
      ...schoolForm.empty({ offer: { school } }),
      title: 'Select the school',
      back: '/start/conversion',
      nothing,
    });
  }

  @Post('school')
  async choose(@Form(schoolForm) { school }: Answer<typeof schoolForm>) {
    const chosen = chosenIn('conversion', { urns: school });
    const { problems, project } = await this.newProjects.against(chosen);
    if (project) return redirect(`/start/taken?urns=${school}`);
    if (problems[0]) throw schoolForm.wrong({ school: problems[0].message });
    return redirect(`/start/conversion/details?${addressOf(chosen)}`);
  }
}
