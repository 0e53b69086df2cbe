import { context, enough, everyKind } from './every-kind.spec.ts';
import { month } from '../kinds/date.ts';
import { form } from './form.ts';

const errorsOf = (typed: object) => {
  const parsed = everyKind.parse({ ...enough, ...typed }, context);
  return 'errors' in parsed ? parsed.errors.map(({ input, message }) => [input, message]) : [];
};

describe('A form', () => {
  it('reads every kind of answer', () => {
    const typed = {
      ...enough,
      trn: 'TR01234',
      note: ' two\r\nlines ',
      email: 'a@b.gov.uk',
      link: 'https://example.com/a',
      trust: 'oak',
      risks: 'land',
      'date-day': '1',
      'date-month': 'april',
      'date-year': '2027',
      'opens-month': '9',
      'opens-year': '2028',
      why: ['finance', 'other'],
      why_finance_detail: 'Costs',
      why_other_detail: 'More',
    };
    expect(everyKind.parse(typed, context)).toEqual({
      ok: {
        name: 'Ada',
        outcome: 'approved',
        trn: 'TR01234',
        note: 'two\nlines',
        email: 'a@b.gov.uk',
        link: 'https://example.com/a',
        trust: 'oak',
        risks: ['land'],
        date: '2027-04-01',
        opens: '2028-09-01',
        why: [
          { reason: 'finance', detail: 'Costs' },
          { reason: 'other', detail: 'More' },
        ],
      },
    });
  });

  it('reads what was not answered as null, and nothing ticked as an empty list', () => {
    expect(everyKind.parse(enough, context)).toMatchObject({
      ok: { trn: null, note: null, date: null, opens: null, trust: null, risks: [], why: [] },
    });
  });

  it('names every fault at once, in the order of the page', () => {
    expect(errorsOf({ name: '', outcome: '' })).toEqual([
      ['name', 'Enter the name'],
      ['outcome', 'Select a decision'],
    ]);
  });

  it.each([
    ['a text that is too long', { name: 'x'.repeat(21) }, 'name', 'Name must be 20 characters or fewer'],
    ['a broken rule', { trn: 'TR1' }, 'trn', 'Enter TR and 5 numbers'],
    [
      'no e-mail address',
      { email: 'a b@c' },
      'email',
      'Enter an email address in the correct format, like name@example.com',
    ],
    [
      'a script in place of a link',
      { link: 'javascript:alert(1)' },
      'link',
      'Enter a full web address, like https://www.example.com',
    ],
    ['a choice that was not offered', { outcome: 'deferred' }, 'outcome', 'Select a decision'],
    ['a tick that was not offered', { risks: ['land', 'sea'] }, 'risks', 'Choose from the list'],
    ['a reason without its detail', { why: 'other' }, 'why_other_detail', 'Enter details: Other'],
    ['a date without year', { 'date-day': '1', 'date-month': '2' }, 'date-year', 'Decision date must include a year'],
    ['a date without day and month', { 'date-year': '2027' }, 'date-day', 'Decision date must include a day and month'],
    [
      'a day that does not exist',
      { 'date-day': '29', 'date-month': '2', 'date-year': '2027' },
      'date-day',
      'Decision date must be a real date',
    ],
    [
      'a month that does not exist',
      { 'opens-month': '13', 'opens-year': '2028' },
      'opens-month',
      'Conversion date must include a real month',
    ],
    [
      'a year of two numbers',
      { 'date-day': '1', 'date-month': '2', 'date-year': '27' },
      'date-year',
      'Decision date must include a year with 4 numbers, like 2027',
    ],
    [
      'a date in the future',
      { 'date-day': '2', 'date-month': '4', 'date-year': '2027' },
      'date-day',
      'Decision date must be today or in the past',
    ],
    [
      'a month that is over',
      { 'opens-month': '3', 'opens-year': '2027' },
      'opens-month',
      'Conversion date must be today or in the future',
    ],
  ])('says what is wrong with %s', (_, typed, input, message) => expect(errorsOf(typed)).toEqual([[input, message]]));

  it('knows leap years', () =>
    expect(errorsOf({ 'date-day': '29', 'date-month': '2', 'date-year': '2024' })).toEqual([]));

  it('keeps what was typed and shows why it is wrong', () => {
    const parsed = everyKind.parse(
      { ...enough, name: '', 'date-day': '31', 'date-month': '2', 'date-year': '2027' },
      context,
    );
    if ('ok' in parsed) throw new Error('read');
    const { form: view } = everyKind.beginningWith({ name: 'Before' });
    const again = view.again(parsed.typed, parsed.errors);
    expect(again.errors).toEqual([
      { text: 'Enter the name', href: '#name' },
      { text: 'Decision date must be a real date', href: '#date-day' },
    ]);
    expect(again.field('name')?.params).toMatchObject({ value: '', errorMessage: { text: 'Enter the name' } });
    expect(again.field('date')?.params['items']).toMatchObject([
      { value: '31', classes: 'govuk-input--width-2 govuk-input--error' },
      { value: '2' },
      { value: '2027', classes: 'govuk-input--width-4 ' },
    ]);
  });

  it('shows and reads back the same values', () => {
    const values = {
      name: 'Ada',
      trn: null,
      note: 'a\nb',
      email: null,
      link: null,
      date: '2026-12-09',
      opens: '2028-01-01',
      outcome: 'declined' as const,
      trust: 'oak' as const,
      risks: ['finance' as const],
      why: [{ reason: 'other' as const, detail: 'Because' }],
    };
    const { form: view } = everyKind.filledWith(values);
    const typed = Object.fromEntries(
      view.fields.flatMap(({ component, params, name }) =>
        component === 'dateInput'
          ? (params['items'] as { name: string; value: string }[]).map((item) => [`${name}-${item.name}`, item.value])
          : [
              [name, params['value'] ?? params['values']],
              ...((params['items'] ?? []) as { detail?: { name: string; value: string } }[]).flatMap(({ detail }) =>
                detail ? [[detail.name, detail.value]] : [],
              ),
            ],
      ),
    );
    expect(everyKind.parse(typed, context)).toEqual({ ok: values });
  });

  it('asks about fields together only when each is right by itself', () => {
    const period = form({
      fields: {
        from: month({ label: 'From', required: 'Enter a month', range: { from: '2000-01-01', to: '2199-12-31' } }),
        to: month({ label: 'To', required: 'Enter a month', range: { from: '2000-01-01', to: '2199-12-31' } }),
      },
      together: ({ from, to }) => (from > to ? { to: 'The last month must not be before the first' } : {}),
    });
    const wrongWay = { 'from-month': '5', 'from-year': '2027', 'to-month': '4', 'to-year': '2027' };
    expect(period.parse(wrongWay, context)).toMatchObject({
      errors: [{ input: 'to-month', message: 'The last month must not be before the first' }],
    });
    expect(period.parse({ ...wrongWay, 'to-year': '' }, context)).toMatchObject({ errors: [{ input: 'to-year' }] });
  });

  it('offers what the page says, by names of its own table too', () => {
    const { form: view } = everyKind.empty({ offer: { why: ['other'], trust: [{ value: 'elm', text: 'Elm' }] } });
    expect(view.field('why')?.params['items']).toMatchObject([{ value: 'other', text: 'Other' }]);
    expect(view.field('trust')?.params['items']).toMatchObject([{ value: '' }, { value: 'elm', text: 'Elm' }]);
  });
});
