import { type Answer, Form, form, Needs, redirect, SignedIn, type SignedInUser, text, textarea } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { addNote } from './add-note.ts';
import { Projects } from './projects.ts';
import { Version } from './version.ts';

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
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const { heading } = await this.projects.toChange(id, 'notes');
    return { ...heading, ...noteForm.empty(), title: 'Add a note' };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(noteForm) note: Answer<typeof noteForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, part: 'notes', form: noteForm } as const;
    await this.projects.change(asked, (project, occasion) => addNote(project, { ...note, ...occasion }));
    return redirect(`/projects/${id}`).saying('Note added');
  }
}
