import fc from 'fast-check';
import { context, enough, everyKind } from './every-kind.spec.ts';

describe('A form', () => {
  it('takes whatever a browser or a stranger may send', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            ...Object.keys(everyKind.fields),
            'date-day',
            'date-month',
            'date-year',
            'why_other_detail',
            '__proto__',
            'toString',
          ),
          fc.anything(),
        ),
        (typed) => {
          const parsed = everyKind.parse(typed, context);
          expect('ok' in parsed || parsed.errors.length > 0).toBe(true);
          if ('ok' in parsed) expect(JSON.stringify(parsed.ok)).not.toContain('\\u0000');
        },
      ),
    );
    for (const body of [undefined, null, 'text', 7, [], [[]]])
      expect(everyKind.parse(body, context)).toHaveProperty('errors');
  });

  it('refuses what PostgreSQL would not take: zero characters and half characters', () => {
    const parsed = everyKind.parse({ ...enough, name: 'A\u0000da\ud800' }, context);
    expect(parsed).toMatchObject({ ok: { name: 'Ada\ufffd' } });
  });
});
