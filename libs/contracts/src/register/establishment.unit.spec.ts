import { anExampleEstablishment, Establishment, isAcademy, whyNotConvert } from './establishment.ts';

type Kind = [code: string | null, name: string | null, group: string | null, college?: string];
const school = (code: string | null, name: string | null, typeGroup: string | null, college: string | null = null) => ({
  ...anExampleEstablishment,
  name: 'Larkmere',
  type: { code, name },
  typeGroup,
  furtherEducationType: college,
});
const maintained = 'Local authority maintained schools';

describe('What can convert', () => {
  it.each<Kind>([
    ['01', 'Community school', maintained],
    ['02', 'Voluntary aided school', maintained],
    ['03', 'Voluntary controlled school', maintained],
    ['05', 'Foundation school', maintained],
    ['07', 'Community special school', 'Special schools'],
    ['12', 'Foundation special school', 'Special schools'],
    ['14', 'Pupil referral unit', maintained],
    ['18', 'Further education', 'Colleges', 'Sixth form college'],
    ['18', 'Further education', 'Colleges', 'SIXTH FORM COLLEGE'],
  ])('is type %s, %s', (...kind) => {
    expect(whyNotConvert(school(...kind))).toBeUndefined();
    expect(isAcademy(school(...kind))).toBe(false);
  });

  it.each<Kind>([
    ['08', 'Non-maintained special school', 'Special schools'],
    ['10', 'Other independent special school', 'Special schools'],
    ['11', 'Other independent school', 'Independent schools'],
    ['15', 'Local authority nursery school', maintained],
    ['25', 'Offshore schools', 'Other types'],
    ['29', 'Higher education institutions', 'Universities'],
    ['30', 'Welsh establishment', 'Welsh schools'],
    ['49', 'Online provider', 'Online provider'],
    [null, null, null],
  ])('is not type %s, %s, which is named', (...kind) => {
    expect(whyNotConvert(school(...kind))).toBe(
      `Larkmere cannot convert: its type in the register is ${kind[1] ?? 'unknown'}`,
    );
    expect(isAcademy(school(...kind))).toBe(false);
  });

  it('is not a college of another kind, nor one of which the file does not say', () => {
    const college = (kind: string | null) => whyNotConvert(school('18', 'Further education', 'Colleges', kind));
    expect(college('General Further Education College')).toBe(
      'Larkmere cannot convert: it is a General Further Education College',
    );
    expect(college(null)).toContain('the register file does not say which kind of college it is');
  });

  it.each<[string, string | null]>([
    ...['28', '33', '34', '42', '43', '44', '45', '46', '57'].map((code): [string, string] => [code, 'Academies']),
    ...['35', '36', '38', '39', '40', '41'].map((code): [string, string] => [code, 'Free Schools']),
    ['34', null],
    ['77', 'Academies'],
    ['78', 'free schools'],
  ])('is not an academy in law, of type %s in the group %s: it can transfer', (code, group) => {
    const academy = school(code, 'Some academy', group);
    expect(whyNotConvert(academy)).toBe('Larkmere is an academy already: its type in the register is Some academy');
    expect(isAcademy(academy)).toBe(true);
  });
});

describe('A school that was published before the kind of college was', () => {
  it('is read, and the kind is unknown', () => {
    const { furtherEducationType: _, ...older } = anExampleEstablishment;
    expect(Establishment.parse(older).furtherEducationType).toBeNull();
  });
});
