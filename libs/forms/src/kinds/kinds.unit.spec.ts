import type { Field } from '../field/field.ts';
import { form } from '../form/form.ts';
import { checkboxes, radios } from './choices.ts';
import { date, month } from './date.ts';
import { email } from './email.ts';
import { fromRegister } from './from-register.ts';
import { number } from './number.ts';
import { reasons } from './reasons.ts';
import { text } from './text.ts';
import { textarea } from './textarea.ts';
import { tick, yesOrNo } from './yes-or-no.ts';

const context = { today: '2027-04-01' };
const kinds = form({
  fields: {
    places: number({ label: 'Places', min: 1, max: 2_000 }),
    told: yesOrNo({ label: 'Was the school told?' }),
    done: tick({ label: 'Done' }),
  },
});
const read = (typed: object) => kinds.parse(typed, context);

describe('A number', () => {
  it.each(['1,200', ' 1200', '1 200', '1, 200'])('is read from %j', (places) =>
    expect(read({ places })).toMatchObject({ ok: { places: 1_200 } }),
  );
  it.each([
    ['12.5', 'Places must be a whole number, like 120'],
    ['1,5', 'Places must be a whole number, like 120'],
    ['1 20', 'Places must be a whole number, like 120'],
    ['1,200,', 'Places must be a whole number, like 120'],
    ['ten', 'Places must be a whole number, like 120'],
    ['0', 'Places must be 1 or more'],
    ['-4', 'Places must be 1 or more'],
    ['2001', 'Places must be 2,000 or fewer'],
  ])('is not %j', (places, message) => expect(read({ places })).toMatchObject({ errors: [{ message }] }));
});

describe('Yes or no, and a tick', () => {
  it('are true, false, or not answered', () => {
    expect(read({ told: 'yes', done: 'yes' })).toMatchObject({ ok: { told: true, done: true } });
    expect(read({ told: 'no' })).toMatchObject({ ok: { told: false, done: false } });
    expect(read({ told: 'perhaps' })).toMatchObject({ ok: { told: null } });
  });
  it('show what was answered', () => {
    const { form: view } = kinds.beginningWith({ told: false, done: true });
    expect(view.field('told')?.params['value']).toBe('no');
    expect(view.field('done')?.params['values']).toEqual(['yes']);
  });
});

it('A text may count its characters', () =>
  expect(
    form({ fields: { note: textarea({ label: 'Note', max: 500, count: true }) } })
      .empty()
      .form.field('note'),
  ).toMatchObject({ component: 'characterCount', params: { maxlength: 500 } }));

const range = { from: '2010-01-01', to: '2099-12-31' } as const;

describe('A date', () => {
  const kickOff = form({
    fields: {
      opened: date({
        label: 'When did it open?',
        called: 'The date it opened',
        range: { from: '2010-01-01', to: 'today' },
      }),
      opens: month({ label: 'Conversion date', range: { from: { years: -2 }, to: { years: 10 } } }),
    },
  });
  const today = '2028-02-29';
  const typed = (name: string, text: string) => {
    const [year = '', month = '', day = ''] = text.split('-');
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
  };

  it.each([
    ['opened', '2009-12-31', 'The date it opened must be 1 January 2010 or later'],
    ['opened', '2028-03-01', 'The date it opened must be today or in the past'],
    ['opens', '2026-01', 'Conversion date must be February 2026 or later'],
    ['opens', '2038-03', 'Conversion date must be February 2038 or earlier'],
  ])('%s is not %s, typed or in a file', (name, text, message) => {
    const parsed = kickOff.parse(typed(name, text), { today });
    expect('errors' in parsed && parsed.errors.map((error) => error.message)).toEqual([message]);
    const { fields } = kickOff;
    expect(fields[name as keyof typeof fields].accepts(text.padEnd(10, '-01'), today)).toBe(false);
  });

  it.each([
    ['opened', '2010-01-01'],
    ['opened', '2028-02-29'],
    ['opens', '2026-02'],
    ['opens', '2038-02'],
  ])('%s may be %s', (name, text) => {
    expect('ok' in kickOff.parse(typed(name, text), { today })).toBe(true);
    const { fields } = kickOff;
    expect(fields[name as keyof typeof fields].accepts(text.padEnd(10, '-01'), today)).toBe(true);
  });
});

describe('A choice of one', () => {
  const choices = { a: 'A', b: 'B' };
  const offers = (field: Field<unknown>, chosen: string) =>
    (field.view({ name: 'one', typed: { one: chosen }, errors: [] }).params['items'] as { text: string }[]).map(
      ({ text: words }) => words,
    );

  it.each([
    [
      'that is optional can be emptied once it is chosen',
      radios({ label: 'R', choices }),
      'a',
      ['A', 'B', 'Not answered yet'],
    ],
    ['that is optional is empty until then', radios({ label: 'R', choices }), '', ['A', 'B']],
    ['that is required stays', radios({ label: 'R', choices, required: 'Select one' }), 'a', ['A', 'B']],
    ['of which one is always chosen stays', radios({ label: 'R', choices, always: true }), 'a', ['A', 'B']],
    ['of yes and no can be emptied too', yesOrNo({ label: 'Y' }), 'no', ['Yes', 'No', 'Not answered yet']],
  ])('%s', (_, field, chosen, words) => expect(offers(field as Field<unknown>, chosen)).toEqual(words));

  it('is no answer when it was emptied', () => {
    const emptied = form({ fields: { one: radios({ label: 'R', choices }), told: yesOrNo({ label: 'Y' }) } });
    expect(emptied.parse({ one: '', told: '' }, { today: '2027-01-01' })).toEqual({ ok: { one: null, told: null } });
  });
});

describe('What import and commands may keep as a value', () => {
  const choices = { a: 'A', b: 'B' };
  const why = reasons({ label: 'Why', choices, detail: { label: 'Details', required: 'Enter details' } });
  it.each([
    ['text', text({ label: 'T', max: 3 }), ['abc'], ['', '  ', 'abcd', 4]],
    ['e-mail', email({ label: 'E' }), ['a@b.gov.uk'], ['a@b']],
    ['number', number({ label: 'N' }), [0, 12], [-1, 1.5, '3', NaN]],
    ['yes or no', yesOrNo({ label: 'Y' }), [true, false], ['yes', 1]],
    [
      'date',
      date({ label: 'D', range }),
      ['2027-02-28', '2010-01-01'],
      ['2027-02-30', '28 2 2027', '2009-12-31', '2100-01-01'],
    ],
    ['month', month({ label: 'M', range }), ['2027-02-01', '2010-01-01'], ['2027-02-02', '2009-12-01']],
    ['radios', radios({ label: 'R', choices }), ['a'], ['c', ['a']]],
    ['checkboxes', checkboxes({ label: 'C', choices }), [['a', 'b'], []], [['c'], 'a']],
    ['reasons', why, [[{ reason: 'a', detail: 'x' }]], [[{ reason: 'a', detail: '' }], [{ reason: 'c', detail: 'x' }]]],
    ['trust', fromRegister('trust', { label: 'T' }), ['10060001'], ['TR00001', '20060001']],
    ['school', fromRegister('school', { label: 'S' }), ['123456'], ['12345']],
  ])('%s', (_, field, good, bad) => {
    expect(good.filter((value) => !field.accepts(value))).toEqual([]);
    expect(bad.filter((value) => field.accepts(value))).toEqual([]);
  });
  it('nothing, only where no answer is required', () => {
    expect(text({ label: 'T' }).accepts(null)).toBe(true);
    expect(text({ label: 'T', required: 'Enter it' }).accepts(null)).toBe(false);
    expect(checkboxes({ label: 'C', choices: { a: 'A' }, required: 'Select one' }).accepts([])).toBe(false);
  });
});
