import { academiesOfTrust, trustByUkprn } from '@academies/register';
import {
  type Answer,
  checkboxes,
  Form,
  form,
  Needs,
  page,
  redirect,
  SignedIn,
  type SignedInUser,
  text,
} from '@academies/web';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Projects } from './projects.ts';
import { saveSchools } from './save-schools.ts';
import { Version } from './version.ts';

export const findSchoolForm = form({
  fields: { search: text({ label: 'Name or URN', required: 'Enter the name or URN of the school' }) },
  button: 'Find the school',
});

/** Finds the school of a conversion; a transfer goes on to its academies. */
@Controller('projects/:project/school')
@Needs('edit-prepare')
export class SchoolPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'school');
    if (facts.kind === 'transfer') return redirect(`/projects/${id}/academies`);
    return page('projects/edit', { ...heading, ...findSchoolForm.empty(), title: 'Which school converts?' });
  }

  @Post()
  find(@Param('project') id: string, @Form(findSchoolForm) { search }: Answer<typeof findSchoolForm>) {
    return redirect(`/projects/${id}/school/choose?search=${encodeURIComponent(search)}`);
  }
}

export const academiesForm = form({
  fields: {
    academies: checkboxes({
      label: 'Academies',
      hint: 'Select all that transfer',
      required: 'Select at least one academy',
    }),
  },
  button: 'Save',
});

/** Chooses the academies of a transfer among those that its outgoing trust runs. */
@Controller('projects/:project/academies')
@Needs('edit-prepare')
export class AcademiesPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'school');
    if (facts.kind !== 'transfer') return redirect(`/projects/${id}/school`);
    const { em } = this.projects;
    const trust = facts.outgoingTrustUkprn ? await trustByUkprn(em, facts.outgoingTrustUkprn) : undefined;
    if (!trust) return redirect(`/projects/${id}/outgoing-trust`).saying('Choose the outgoing trust first');
    const academies = (await academiesOfTrust(em, trust.groupUid)).map(({ urn, name }) => ({
      value: urn,
      text: name,
      hint: `URN ${urn}`,
    }));
    const chosen = facts.academies.map(({ urn }) => urn);
    const shown = academiesForm.filledWith({ academies: chosen }, { offer: { academies } });
    const intro = [`These academies are run by ${trust.name}.`];
    return page('projects/edit', { ...heading, ...shown, title: 'Which academies transfer?', intro });
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(academiesForm) { academies }: Answer<typeof academiesForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, part: 'school', form: academiesForm } as const;
    await this.projects.change(asked, saveSchools([...new Set(academies)]));
    return redirect(`/projects/${id}`).saying('Academies saved');
  }
}
