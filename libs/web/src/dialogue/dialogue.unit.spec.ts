import { form, radios, text } from '@academies/forms';
import { applying, type Dialogue, nextStep, stepBefore, stepsOf, unanswered } from './dialogue.ts';

interface Answers {
  readonly outcome: 'approved' | 'declined' | 'revoked' | null;
  readonly by: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly sender: string | null;
}

const required = 'Enter it';
const choices = { approved: 'Approved', declined: 'Declined', revoked: 'Revoked' } as const;
const deciding: Dialogue<Answers, { readonly closed: boolean }> = {
  blank: { outcome: null, by: null, reason: null, note: null, sender: null },
  steps: stepsOf<Answers, { readonly closed: boolean }>()({
    outcome: { title: 'What?', form: form({ fields: { outcome: radios({ label: 'What', choices, required }) } }) },
    by: {
      title: 'Who?',
      form: form({ fields: { by: text({ label: 'Who', required }) } }),
      due: ({ outcome }) => outcome !== 'revoked',
      otherwise: () => ({ by: 'minister' }),
    },
    reason: {
      title: ({ by }) => `Why did ${by ?? 'nobody'} decline?`,
      form: form({ fields: { reason: text({ label: 'Why', required }) } }),
      due: ({ outcome }) => outcome === 'declined',
    },
    note: {
      title: 'Anything else?',
      form: form({
        fields: {
          note: text({ label: 'Note' }),
          sender: text({ label: 'Who sends the letter?', required }).when('note', 'Letter'),
        },
      }),
      due: (_, { closed }) => !closed,
    },
  }),
  judge: ({ by }) => (by === 'nobody' ? [{ field: 'by', message: 'Somebody decides' }] : []),
};

const all: Answers = { outcome: 'declined', by: 'Ada', reason: 'Costs', note: 'Soon', sender: 'Bea' };
const at = (answers: Partial<Answers>, closed = false) => ({
  answers: { ...all, ...answers },
  facts: { closed },
  today: '2027-04-01',
});
const applied = (answers: Partial<Answers>, closed = false) => applying(deciding, { ...all, ...answers }, { closed });

describe('The answers of a dialogue', () => {
  it('that belong to a step which is not asked do not apply', () => {
    expect(applied({ outcome: 'approved' })).toEqual({
      answers: { outcome: 'approved', by: 'Ada', reason: null, note: 'Soon', sender: null },
      due: ['outcome', 'by', 'note'],
    });
    expect(applied({}, true).answers.note).toBeNull();
  });

  it('to a question that its own form does not ask do not apply either', () => {
    expect(applied({}).answers.sender).toBeNull();
    expect(applied({ note: 'Letter' }).answers.sender).toBe('Bea');
    expect(unanswered(deciding, at({ sender: null }))).toBeUndefined();
    expect(unanswered(deciding, at({ note: 'Letter', sender: null }))).toBe('note');
  });

  it('are what the table says while a step is not asked', () =>
    expect(applied({ outcome: 'revoked' }).answers).toMatchObject({ by: 'minister', reason: null }));
});

describe('The way through a dialogue', () => {
  const next = (from: string, answers: Partial<Answers>, changing = false) =>
    nextStep(deciding, from, { ...at(answers), changing });

  it('goes on to the next step that is due, and ends where all is checked', () => {
    expect(next('by', {})).toBe('reason');
    expect(next('by', { outcome: 'approved' })).toBe('note');
    expect(next('note', {})).toBe('check');
  });

  it('goes back to check after a change, unless something is now open', () => {
    expect(next('by', {}, true)).toBe('check');
    expect(next('outcome', { reason: null }, true)).toBe('reason');
    expect(next('outcome', { outcome: 'approved', reason: null }, true)).toBe('check');
  });

  it('does not end while something is wrong', () => {
    expect(next('note', { by: 'nobody' })).toBe('by');
    expect(unanswered(deciding, at({ by: 'nobody' }))).toBe('by');
    expect(unanswered(deciding, at({ note: null }))).toBeUndefined();
  });

  it('goes back over what was asked only', () => {
    expect(stepBefore(deciding, 'note', at({ outcome: 'approved' }))).toBe('by');
    expect(stepBefore(deciding, 'outcome', at({}))).toBeUndefined();
    expect(stepBefore(deciding, 'check', at({}, true))).toBe('reason');
  });
});
