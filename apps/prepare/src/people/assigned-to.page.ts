import { InvalidError } from '@academies/contracts';
import { type Answer, Form, form, Needs, redirect, select, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';
import { Version } from '../projects/version.ts';
import { assignPerson } from './assign-person.ts';
import { activePeople, activePerson } from './people.ts';

export const assignedToForm = form({
  fields: {
    person: select({
      label: 'Name',
      hint: 'They become the creator of the project in Complete',
      required: 'Select a person',
    }),
  },
  button: 'Save',
});

/** Who prepares the project. */
@Controller('projects/:project/assigned-to')
@Needs('edit-prepare')
export class AssignedToPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'assigned-to');
    const people = (await activePeople(this.projects.em)).map(({ email, name }) => ({
      value: email,
      text: `${name} (${email})`,
    }));
    const offer = { person: [{ value: 'nobody', text: 'Nobody' }, ...people] };
    const values = { person: facts.assignedTo?.email ?? 'nobody' };
    return { ...heading, ...assignedToForm.filledWith(values, { offer }), title: 'Who is assigned to this project?' };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(assignedToForm) { person: email }: Answer<typeof assignedToForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    await this.projects.change(
      { id, user, version, part: 'assigned-to', form: assignedToForm },
      async (project, { em, by, check }) => {
        const person = email === 'nobody' ? null : await activePerson(em, email);
        if (!person && email !== 'nobody') throw new InvalidError('PREPARE.NO_PERSON', 'Choose a person from the list');
        return assignPerson(project, { person, broken: await check({ ...project.facts, assignedTo: person }), by });
      },
    );
    return redirect(`/projects/${id}`).saying('Assigned person saved');
  }
}
