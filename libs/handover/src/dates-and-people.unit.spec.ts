import { aConversion, aTransfer, given, person, schoolWith, trustOf } from './fixtures.spec.ts';

describe('Rule 6: the dates', () => {
  it.each(['2026-10-06', '2010-01-01'])('let a decision be made on %s', (decisionDate) =>
    given(aConversion({ decisionDate })).broken(),
  );
  it.each(['2026-10-07', '2009-12-31', '2026-02-30', 'soon'])('let no decision be made on %s', (decisionDate) =>
    given(aConversion({ decisionDate })).broken('decision-date-is-possible'),
  );
  it('leave the decision alone before it is made', () => given(aConversion({ decisionDate: null })).broken());
  it.each(['2027-04-02', '2027-13-01', '', null])('do not let %s be the provisional date', (provisionalDate) =>
    given(aConversion({ provisionalDate })).broken('provisional-date-is-first-of-month'),
  );
  it('let the provisional date lie in the past', () => given(aConversion({ provisionalDate: '2026-01-01' })).broken());
});

describe('The route of a conversion', () => {
  it('is known before an approval, so that nobody reads "no directive academy order" into a blank', () =>
    given(aConversion({ route: null })).broken('route-is-known'));
  it.each(['voluntary', 'sponsored'] as const)('may be %s', (route) => given(aConversion({ route })).broken());
  it('is nothing that a transfer has', () => given(aTransfer({ route: null })).broken());
});

describe('Rule 7: the person who created the project', () => {
  it('is known', () => given(aConversion({ createdBy: null })).broken('creator-is-known'));
  it.each(['Rowan', 'Rowan Ashby', 'Ana María de la Cruz y Vega', 'X Æ'])('may be called %s', (name) =>
    given(aConversion({ createdBy: person('a@education.gov.uk', name) })).broken(),
  );
  it('is called something', () =>
    given(aConversion({ createdBy: person('a@education.gov.uk', ' ') })).broken('creator-is-known'));
  it('may write the domain in capitals', () =>
    given(aConversion({ createdBy: person('A@EDUCATION.GOV.UK') })).broken());
  it.each([
    'a@example.com',
    'a@noteducation.gov.uk',
    'a@education.gov.uk.example',
    'a@sub.education.gov.uk',
    'education.gov.uk',
    '@education.gov.uk',
    'a@b@education.gov.uk',
  ])('does not write from %s', (email) => given(aConversion({ createdBy: person(email) })).broken('creator-is-known'));
  it('may write from any domain of the setting', () =>
    given(
      aConversion({ createdBy: person('a@dfe.example'), allowedDomains: ['education.gov.uk', 'dfe.example'] }),
    ).broken());
});

describe('Rule 8: the other members of the group', () => {
  const group = 'GRP_00000001';
  it('may be none', () => given(aConversion({ group })).broken());
  it('have the same incoming trust', () => {
    given(aConversion({ group, trustsInGroup: [trustOf('19000042')] })).broken();
    given(aConversion({ group, trustsInGroup: [trustOf('19000042'), trustOf('19000043')] })).broken(
      'group-has-one-trust',
    );
  });
  it('may have formed the trust that is joined now', () =>
    given(aConversion({ group, trustsInGroup: [trustOf(null, 'TR90042', 'Larkmere Learning Trust')] })).broken());
  it('are in a group with a reference of the right form', () =>
    given(aConversion({ group: 'GRP_1' })).broken('group-has-one-trust'));
  it('are nobody without a group', () => given(aConversion({ trustsInGroup: [trustOf('19000043')] })).broken());
});

describe('Rule 9: where the school is', () => {
  const nowhere = { code: null, name: null };
  it.each([
    ['no local authority', { localAuthority: nowhere }],
    ['no region', { region: null }],
    ['neither', { region: null, localAuthority: nowhere }],
  ])('is not unknown: %s', (_, part) => given(aConversion(schoolWith(part))).broken('school-has-region-and-authority'));
});
