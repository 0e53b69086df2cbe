import { checkboxes, radios } from '../kinds/choices.ts';
import { text } from '../kinds/text.ts';
import { yesOrNo } from '../kinds/yes-or-no.ts';
import { form } from './form.ts';

const cover = form({
  fields: {
    option: radios({
      label: 'Which cover?',
      choices: { rpa: 'RPA', commercial: 'Commercial' },
      required: 'Select a cover',
      inline: true,
    }),
    reason: text({ label: 'Why commercial insurance?', required: 'Enter the reason' }).when('option', 'commercial'),
    risks: checkboxes({ label: 'Risks', choices: { land: 'Land', other: 'Other' } }),
    other: text({ label: 'Which other risk?', required: 'Enter the risk' }).when('risks', 'other'),
    told: yesOrNo({ label: 'Was the school told?' }),
    why: text({ label: 'Why not?', required: 'Enter why not' }).when('told', false),
  },
});
const read = (typed: object) => cover.parse(typed, { today: '2027-04-01' });

describe('A field that is asked with another one only', () => {
  it('is neither read nor required while the other answer is different', () =>
    expect(read({ option: 'rpa', reason: 'left over', risks: 'land', told: 'yes', why: 'left over' })).toEqual({
      ok: { option: 'rpa', reason: null, risks: ['land'], other: null, told: true, why: null },
    }));

  it('is read and required once it applies, by one of several ticks and by a no too', () => {
    expect(read({ option: 'commercial', risks: 'other', told: 'no' })).toMatchObject({
      errors: [
        { input: 'reason', message: 'Enter the reason' },
        { input: 'other', message: 'Enter the risk' },
        { input: 'why', message: 'Enter why not' },
      ],
    });
    expect(read({ option: 'commercial', reason: 'Cheaper', told: 'no', why: 'Later' })).toMatchObject({
      ok: { reason: 'Cheaper', why: 'Later' },
    });
  });

  it('is not asked while the other one is unanswered or wrong', () =>
    expect(read({ option: 'none of these' })).toMatchObject({ errors: [{ input: 'option' }] }));

  it('stands below the choice that opens it, which then are not in one line', () => {
    const { form: view } = cover.beginningWith({ option: 'commercial', reason: 'Cheaper' });
    expect(view.fields.map(({ name }) => name)).toEqual(['option', 'risks', 'told']);
    expect(view.field('option')).toMatchObject({
      params: { classes: undefined },
      reveals: { commercial: [{ name: 'reason', params: { value: 'Cheaper' } }] },
    });
    expect(view.field('told')?.reveals).toMatchObject({ no: [{ name: 'why' }] });
  });
});
