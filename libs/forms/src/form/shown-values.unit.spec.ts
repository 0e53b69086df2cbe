import { radios } from '../kinds/choices.ts';
import { date } from '../kinds/date.ts';
import { number } from '../kinds/number.ts';
import { text } from '../kinds/text.ts';
import { changedMeanwhile, FormErrors } from './form-errors.ts';
import { form } from './form.ts';

const address = form({ fields: { street: text({ label: 'Street' }), number: number({ label: 'Number' }) } });
const home = { street: 'Oak Lane', number: 4 };
const shown = address.shown(home);
const bo = { name: 'Bo Smith', at: '2027-04-01T09:00:00.000Z' };

/** What stands against an answer, or nothing. */
const collisionOf = (settle: () => unknown): FormErrors | undefined => {
  try {
    settle();
    return undefined;
  } catch (error) {
    return error as FormErrors;
  }
};

describe('An answer that is sent while somebody else saved', () => {
  it('is saved where nothing was changed meanwhile', () =>
    expect(address.settled({ stored: home, shown, answer: { ...home, number: 5 } })).toEqual({ ...home, number: 5 }));

  it('collides where both changed one field, and tells who was faster with it', () => {
    const told = collisionOf(() =>
      address.settled({
        stored: { ...home, number: 5 },
        shown,
        answer: { street: 'Elm Lane', number: 6 },
        faster: (fields) => (fields.join() === 'number' ? bo : undefined),
      }),
    );
    expect(told?.errors).toEqual([
      { field: 'number', input: 'number', message: expect.stringContaining('Bo Smith changed “Number”') },
    ]);
    expect(told?.collision).toMatchObject({ fields: ['number'], faster: bo });
  });

  it('keeps what somebody else changed and the sender did not', () =>
    expect(
      address.settled({ stored: { ...home, number: 5 }, shown, answer: { street: 'Elm Lane', number: 4 } }),
    ).toEqual({ street: 'Elm Lane', number: 5 }));

  it('keeps what somebody else emptied', () =>
    expect(address.settled({ stored: { street: null, number: 4 }, shown, answer: { ...home, number: 5 } })).toEqual({
      street: null,
      number: 5,
    }));

  it('does not collide with itself, sent twice', () =>
    expect(address.settled({ stored: { ...home, number: 5 }, shown, answer: { ...home, number: 5 } })).toEqual({
      ...home,
      number: 5,
    }));

  it('does not collide with a change of what the form does not ask', () =>
    expect(address.settled({ stored: { ...home, town: 'Leeds' }, shown, answer: home })).toEqual(home));

  it.each([undefined, '', 'x', `${shown}x`])('collides when it does not say what it was shown: %s', (said) =>
    expect(
      collisionOf(() => address.settled({ stored: home, shown: said, answer: { ...home, number: 5 } }))?.collision
        ?.fields,
    ).toEqual(['number']),
  );

  it('does not tell nothing from null, nor one order of keys from another', () =>
    expect(address.shown({ number: 4 })).toBe(address.shown({ number: 4, street: null })));
});

describe('Fields that depend on each other', () => {
  const cover = form({
    fields: {
      option: radios({ label: 'Which cover?', choices: { rpa: 'RPA', commercial: 'Commercial' }, required: 'Select' }),
      reason: text({ label: 'Why?', required: 'Enter why' }).when('option', 'commercial'),
    },
  });
  const before = { option: 'commercial', reason: 'Cheaper' } as const;

  it('collide together: a reason does not outlive the answer that asked for it', () =>
    expect(
      collisionOf(() =>
        cover.settled({
          stored: { option: 'rpa', reason: null },
          shown: cover.shown(before),
          answer: { option: 'commercial', reason: 'Much cheaper' },
        }),
      )?.collision?.fields,
    ).toEqual(['option', 'reason']));

  it('do so in a form with rules between its fields', () => {
    const range = form({
      fields: { from: number({ label: 'From', required: 'Enter' }), to: number({ label: 'To', required: 'Enter' }) },
      together: ({ from, to }) => (from > to ? { to: 'Too small' } : {}),
    });
    const told = collisionOf(() =>
      range.settled({
        stored: { from: 5, to: 9 },
        shown: range.shown({ from: 1, to: 9 }),
        answer: { from: 1, to: 2 },
      }),
    );
    expect(told?.collision?.fields).toEqual(['from', 'to']);
  });
});

describe('A page that shows something besides its fields', () => {
  const { form: asked } = address.empty({ about: { attempt: 2 } });

  it('collides when that has changed', () => {
    expect(address.collides({ about: { attempt: 2 }, shown: asked.shown })).toBe(false);
    expect(address.collides({ about: { attempt: 3 }, shown: asked.shown })).toBe(true);
  });

  it('does not lose what it saves by what it says of itself', () => {
    const { shown: both } = address.filledWith(home, { about: { attempt: 2 } }).form;
    expect(
      address.settled({ stored: { ...home, number: 5 }, shown: both, answer: { ...home, street: 'Elm Lane' } }),
    ).toEqual({ street: 'Elm Lane', number: 5 });
    expect(address.collides({ about: { attempt: 2 }, shown: both })).toBe(false);
  });

  it('may be called as a field is', () => {
    const [name = ''] = Object.keys(address.fields);
    const { shown } = address.empty({ about: { [name]: 'london' } }).form;
    expect(address.collides({ about: { [name]: 'london' }, shown })).toBe(false);
    expect(address.collides({ about: { [name]: 'south_west' }, shown })).toBe(true);
  });

  it('collides when it does not say what it was shown', () =>
    expect(address.collides({ about: { attempt: 2 }, shown: undefined })).toBe(true));
});

describe('A form that is shown again', () => {
  const { form: view } = address.filledWith({ ...home, number: 5 });

  it('carries what it was first sent with, so that a mistake hides no collision', () =>
    expect(view.again({ shown, number: 'x' }, [{ field: 'number', input: 'number', message: 'No' }]).shown).toBe(
      shown,
    ));

  it('carries what is stored now once a collision was told', () =>
    expect(view.again({ shown }, address.wrong({ '': changedMeanwhile }).errors).shown).toBe(view.shown));

  it('shows after a collision what is stored beside what was typed, in words, and keeps what somebody else changed', () => {
    const when = form({
      fields: {
        day: date({ label: 'Day', range: { from: '2010-01-01', to: { years: 10 } } }),
        cover: radios({ label: 'Cover', choices: { rpa: 'RPA', commercial: 'Commercial' } }),
        note: text({ label: 'Note' }),
      },
    });
    const stored = { day: '2027-03-01', cover: 'rpa', note: 'Theirs' } as const;
    const sent = { day: '2027-04-01', cover: 'commercial', note: null } as const;
    const told = collisionOf(() => when.settled({ stored, shown: when.shown({}), answer: sent })) as FormErrors;
    const typed = { 'day-day': '1', 'day-month': '4', 'day-year': '2027', cover: 'commercial', note: '' };
    const again = when.filledWith(stored).form.again(typed, told.errors, undefined, told.collision);
    expect(again.comparison?.fields).toEqual([
      { label: 'Day', stored: '1 March 2027', typed: '1 April 2027' },
      { label: 'Cover', stored: 'RPA', typed: 'Commercial' },
    ]);
    expect(again.field('note')?.params['value']).toBe('Theirs');
    expect(again.field('cover')?.params['value']).toBe('commercial');
    expect(again.shown).toBe(when.shown(stored));
  });
});
