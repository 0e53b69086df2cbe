import { refused } from '@academies/contracts';
import { trustByUkprn } from '@academies/register';
import { type Answer, Form, form, Needs, radios, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { IncomingTrust } from '@academies/contracts';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { changeGroup } from './change-group.ts';
import { groupsFor, makeGroup } from './groups.ts';

export const groupForm = form({
  fields: { group: radios({ label: 'Group', required: 'Select a group, a new one or none' }) },
  button: 'Save',
});

/** The group of projects with the same incoming trust that are handled together. */
@Controller('projects/:project/group')
@Needs('edit-prepare')
export class GroupPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'group');
    const groups = await groupsFor(this.projects.em, await numbersOf(this.projects.em, facts.incomingTrust));
    const offer = {
      group: [
        { value: 'none', text: 'No group' },
        { value: 'new', text: 'A new group' },
        ...groups.map(({ reference, members }) => ({
          value: reference,
          text: reference,
          hint: `${members} ${members === 1 ? 'project' : 'projects'}`,
        })),
      ],
    };
    const shown = groupForm.filledWith({ group: facts.group ?? 'none' }, { offer });
    const intro = ['All projects of a group have the same incoming trust.'];
    return { ...heading, ...shown, title: 'Is the project part of a group?', intro };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(groupForm) { group: chosen }: Answer<typeof groupForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    await this.projects.change(
      { id, user, version, part: 'group', form: groupForm },
      async (project, { em, by, check }) => {
        const { facts } = project;
        if (chosen === 'new') return changeGroup(project, { group: await makeGroup(em), broken: [], by });
        if (chosen === 'none') return changeGroup(project, { group: null, broken: [], by });
        const groups = await groupsFor(em, await numbersOf(em, facts.incomingTrust));
        if (!groups.some(({ reference }) => reference === chosen))
          return refused('Select a group from the list', 'group');
        return changeGroup(project, { group: chosen, broken: await check({ ...facts, group: chosen }), by });
      },
    );
    return redirect(`/projects/${id}`).saying('Group saved');
  }
}

/** The trust's UKPRN with the TRN that the register has for it. */
async function numbersOf(em: EntityManager, { ukprn, trn }: IncomingTrust) {
  return { ukprn, trn: trn ?? (ukprn ? ((await trustByUkprn(em, ukprn))?.trn ?? null) : null) };
}
