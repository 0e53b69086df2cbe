import type { Changed } from '@academies/contracts';
import { given } from '@academies/testing';
import type { Project } from '../project/project.ts';
import { aConversion, anApproved, context } from '../project/fixtures.spec.ts';
import { addNote } from './add-note.ts';

describe('A note', () => {
  const note = { subject: 'Visit', text: 'Met the chair.' };
  const { by, at } = context;
  it('is kept with who and when', () =>
    given(aConversion())
      .when(addNote, { ...note, ...context })
      .thenEvent({ project: { summary: { notes: [{ ...note, by, at }] } } }));
  it('is one note, however often the same person sends the same words', () => {
    const { state } = addNote(aConversion(), { ...note, ...context }) as Changed<Project>;
    given(state)
      .when(addNote, { ...note, ...context, at: '2026-10-06T14:06:00.000Z' })
      .then();
    given(state)
      .when(addNote, { ...note, at, by: { email: 'bo@education.gov.uk', name: 'Bo' } })
      .then('prepare.project.changed.v1');
  });
  it('has a text', () =>
    given(aConversion())
      .when(addNote, { ...note, text: ' ', ...context })
      .thenRefused('a subject and a text'));
  it('is not added to a project that was handed over', () =>
    given(anApproved())
      .when(addNote, { ...note, ...context })
      .thenRefused('handed over to Complete'));
});
