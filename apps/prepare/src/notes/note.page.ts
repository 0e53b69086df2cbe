import { type Answer, form, text, textarea } from '@academies/forms';
import { Form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Module, Param, Post, Render } from '@nestjs/common';
import { addNote } from './add-note.ts';
import { Projects } from '../project/projects.ts';

export const noteForm = form({
  fields: {
    subject: text({ label: 'Subject', required: 'Enter a subject', max: 100 }),
    text: textarea({ label: 'Note', hint: 'A note cannot be changed afterwards', required: 'Enter the note' }),
  },
  button: 'Add note',
});

/** A new note on a project. */
@Controller('projects/:project/notes/new')
@Needs('edit-prepare')
export class NotePage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('project/edit')
  async show(@Param('project') id: string) {
    const { heading } = await this.projects.toChange(id, {});
    return { ...heading, ...noteForm.empty(), title: 'Add a note' };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(noteForm) note: Answer<typeof noteForm>,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, part: {}, form: noteForm };
    const isDone = await this.projects.change(asked, (project, context) => addNote(project, { ...note, ...context }));
    const there = redirect(`/projects/${id}`);
    return isDone ? there.saying('Note added') : there.telling('You have added this note already');
  }
}

/** Notes on a project. */
@Module({ controllers: [NotePage] })
export class NotesModule {}
