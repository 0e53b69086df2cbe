import { brokenRules, handoverRules } from './broken-rules.ts';
import { academy, aConversion, aTransfer, formingAMat, given, leaving, schoolWith } from './fixtures.spec.ts';

describe('The rules of the handover', () => {
  it.each([
    ['a conversion', aConversion()],
    ['a transfer', aTransfer()],
    ['forming a MAT', formingAMat()],
    [
      'a transfer into a new trust',
      aTransfer({
        ...formingAMat(),
        kind: 'transfer',
        school: academy,
        outgoingTrustUkprn: '19000077',
        outgoingTrustInRegister: leaving,
      }),
    ],
  ])('let %s pass', (_, facts) => given(facts).broken());

  it('name every broken rule, not only the first', () =>
    given(
      aTransfer({ school: null, incomingTrustInRegister: null, provisionalDate: '2027-04-02', createdBy: null }),
    ).broken(
      'school-is-in-register',
      'incoming-trust-is-in-register',
      'provisional-date-is-first-of-month',
      'creator-is-known',
    ));

  it('have a name each', () => expect(new Set(handoverRules.map(({ name }) => name)).size).toBe(handoverRules.length));

  it('say where to fix what is broken, in a sentence', () =>
    expect(brokenRules(aConversion({ createdBy: null }))).toEqual([
      { rule: 'creator-is-known', message: 'Assign the project to somebody', fixOn: 'assigned-to' },
    ]));
});

describe('What the register lacks', () => {
  it.each([
    ['a school', { school: null }],
    ['a trust', { incomingTrustInRegister: null }],
    ['a region', schoolWith({ region: null })],
    ['the opening of a school', schoolWith({ status: { code: '4', name: 'Proposed to open' } })],
  ])('is told apart, so that it can be looked up again: %s', (_, facts) =>
    expect(brokenRules(aConversion(facts))).toEqual([expect.objectContaining({ lackingInRegister: true })]),
  );

  it('is not what breaks the other rules', () =>
    expect(brokenRules(aConversion({ createdBy: null, provisionalDate: null }))).not.toContainEqual(
      expect.objectContaining({ lackingInRegister: true }),
    ));
});
