import { form } from '../form/form.ts';
import { month } from './date.ts';
import { url } from './url.ts';

const read = (typed: object) =>
  form({
    fields: {
      month: month({ label: 'Date', range: { from: '1900-01-01', to: '2199-12-31' } }),
      link: url({ label: 'Link' }),
    },
  }).parse(typed, {
    today: '2027-04-01',
  });
const monthOf = (text: string) => read({ 'month-month': text, 'month-year': '2027' });
const linkOf = (link: string) => read({ link });

describe('A month', () => {
  it.each(['3', '03', 'Mar', 'MARCH', 'marc', 'mar.', '\u200b3', 'Ma\u00adrch'])('may be typed as %j', (text) =>
    expect(monthOf(text)).toMatchObject({ ok: { month: '2027-03-01' } }),
  );
  it.each(['sep', 'sept', 'Sept.', 'September'])('has more than one short name: %s', (text) =>
    expect(monthOf(text)).toMatchObject({ ok: { month: '2027-09-01' } }),
  );
  it.each(['Marmalade', 'ma', 'janitor', 'mart', '13', 'm'])('is not %j', (text) =>
    expect(monthOf(text)).toMatchObject({ errors: [{ message: 'Date must include a real month' }] }),
  );
});

describe('A link', () => {
  it.each(['https://example.sharepoint.com/sites/a\u200b', '\u200b https://example.sharepoint.com/sites/a\u2060 '])(
    'is cleaned of what nobody sees: %j',
    (link) => expect(linkOf(link)).toMatchObject({ ok: { link: 'https://example.sharepoint.com/sites/a' } }),
  );
  it.each(['https:a.example/x', String.raw`https:\\a.example/x`, 'https:///a.example/x', 'javascript:alert(1)'])(
    'is written with //: not %j',
    (link) =>
      expect(linkOf(link)).toMatchObject({
        errors: [{ message: 'Enter a full web address, like https://www.example.com' }],
      }),
  );
  it.each([';', '; ', ', ', ' ', '\u2028'])('is one, not two joined by %j', (between) =>
    expect(linkOf(`https://a.example/x${between}https://a.example/y`)).toMatchObject({
      errors: [{ message: 'Enter one web address: this holds two' }],
    }),
  );
});
