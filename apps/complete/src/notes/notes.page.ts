import { maySupport, NoteRow, runs } from '@academies/complete';
import { changed, completeStates, refused } from '@academies/contracts';
import { changedMeanwhile, form, textarea } from '@academies/forms';
import { may, Needs, page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { v7 } from 'uuid';
import type { AboutProject, Note } from '../project/about-project.ts';
import { frameOf } from '../project/project-frame.ts';
import { Projects } from '../project/projects.ts';
import { writeNote } from '../project/notes.ts';
import { projectForm } from '../project/project-form.page.ts';

/** On a completed project the assigned person still writes, on a revoked one service support alone (docs/domain/complete.md, "States"). */
const takesNotes = (about: AboutProject, user: SignedInUser): boolean => {
  const { state } = about.project;
  if (state === 'deleted') return false;
  return maySupport(user) || state === 'active' || state === 'inactive' || (state === 'completed' && runs(about, user));
};

const isBy = ({ email }: SignedInUser, { authorEmail }: Note): boolean =>
  authorEmail.toLowerCase() === email.toLowerCase();

const noteForm = form({
  fields: { text: textarea({ label: 'Note', required: 'Enter a note', rows: 8, max: 10_000 }) },
  button: 'Save note',
});

const writeNotePage = projectForm({
  address: 'notes/:item/write',
  needs: 'write-notes',
  title: ({ about, item }) => (about.notes.some(({ id }) => id === item) ? 'Change your note' : 'Add a note'),
  permitted: (_, { about, item, user }) =>
    takesNotes(about, user) && about.notes.every((note) => note.id !== item || isBy(user, note)),
  forWhom: 'Only who wrote a note can change it, and no notes can be added to a project that has ended',
  states: completeStates.names,
  form: noteForm,
  values: (_, { about, item }) => ({ text: about.notes.find(({ id }) => id === item)?.text }),
  // Another tab of the author may have changed the note since this one was opened.
  facts: async (em, { id: projectId }, { opened: { item: id } }) =>
    (await em.findOne(NoteRow, { id, projectId }))?.text ?? null,
  rule: (project, { answer, facts: now, opened: { about, item } }) => {
    const before = about.notes.find(({ id }) => id === item)?.text ?? null;
    return now === before || now === answer.text ? changed(project) : refused(changedMeanwhile);
  },
  also: (em, { id: projectId }, { answer: { text }, context, opened: { item: id } }) =>
    writeNote(em, { projectId, text, id, ...context }),
  next: '/notes',
  saved: 'Note saved',
});

/** What people wrote on a project, newest first. */
@Controller('projects/:project/notes')
@Needs('read-complete')
class NotesPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const about = await this.projects.about(id, user);
    const writes = may(user, 'write-notes') && takesNotes(about, user);
    return page('notes/notes', {
      frame: frameOf(about, user, '/notes'),
      notes: about.notes.toReversed().map((note) => ({ ...note, isOwn: writes && isBy(user, note) })),
      // The id is drawn here, so that a form that is sent twice saves one note.
      add: writes ? `/projects/${id}/notes/${v7()}/write` : undefined,
    });
  }
}

/** Notes: the page, and writing one. */
@Module({ controllers: [writeNotePage, NotesPage] })
export class NotesModule {}
