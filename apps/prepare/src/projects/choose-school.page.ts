import { searchSchools } from '@academies/register';
import { type Answer, Form, form, Needs, radios, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Query, Render } from '@nestjs/common';
import { Projects } from './projects.ts';
import { saveSchools } from './save-schools.ts';
import { Version } from './version.ts';

export const chooseSchoolForm = form({
  fields: { school: radios({ label: 'Schools found', required: 'Select a school' }) },
  button: 'Save',
});

/** Chooses the school of a conversion among those that were found. */
@Controller('projects/:project/school/choose')
@Needs('edit-prepare')
export class ChooseSchoolPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/choose-school')
  async show(@Param('project') id: string, @Query('search') search: unknown) {
    const { facts, heading } = await this.projects.toChange(id, 'school');
    const schools = await searchSchools(this.projects.em, String(search ?? ''), { open: true, academy: false });
    const options = schools.map(({ urn, name, localAuthority }) => ({
      value: urn,
      text: name,
      hint: [`URN ${urn}`, localAuthority.name].filter(Boolean).join(', '),
    }));
    const shown = chooseSchoolForm.filledWith({ school: facts.academies[0]?.urn }, { offer: { school: options } });
    return { ...heading, ...shown, search, found: options.length };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(chooseSchoolForm) { school }: Answer<typeof chooseSchoolForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, part: 'school', form: chooseSchoolForm } as const;
    await this.projects.change(asked, saveSchools([school]));
    return redirect(`/projects/${id}`).saying('School saved');
  }
}
