import { cleaned, comparable, comparableSeat, comparableTrust } from './names.ts';

describe('A text from outside', () => {
  it.each([
    ['https://folder\u200b', 'https://folder'],
    ['\ufeffSoft\u00adhyphen \u2060\u200f\u0007\u0000', 'Softhyphen '],
    [
      'one\vtwo\fthree\u0085four\u2028five\u2029six\r\nseven\reight\n',
      'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n',
    ],
    ['\u3164\u2800\ufe0f\u061c\u{e0041}\u034f\u115f\u180e', ''],
    ['half \ud83d', 'half \ufffd'],
    ['tab\tstays', 'tab\tstays'],
  ])('%j is kept as %j', (pasted, kept) => expect(cleaned(pasted)).toBe(kept));
});

describe('Names', () => {
  it.each([
    ["St Mary's", 'ST MARY’S', 'Saint Marys'],
    ['Ysgol Tŷ Gwyn', 'ysgol ty gwyn'],
    ['Æthelred & Œdipus', 'Aethelred and Oedipus'],
    ['St. John, and  St. James', 'Saint John & Saint James'],
    ['C.E. (V.A.) Primary', 'CE VA Primary', 'ce/va primary'],
    ['Zero\u200bwidth no\u00a0break', 'zerowidth no break'],
    ['École-sur-Mer (Infants)', 'ecole sur mer infants'],
    ['=Sum Academy', 'sum academy'],
  ])('are one: %j', (...names) => expect(new Set(names.map(comparable)).size).toBe(1));

  it.each([
    ['Two Rivers Trust', 'Three Rivers Trust'],
    ['Saintbury', 'Stbury'],
    ['North School (Infants)', 'North School (Juniors)'],
    ['St John', 'John'],
  ])('are two: %j and %j', (one, other) => expect(comparable(one)).not.toBe(comparable(other)));

  it('of trusts are one with and without Ltd or Limited at the end', () => {
    const names = [
      'Smith & Jones Trust',
      'SMITH AND JONES TRUST LTD',
      'Smith and Jones Trust Limited',
      'Smith & Jones Trust Ltd.',
    ];
    expect(new Set(names.map(comparableTrust)).size).toBe(1);
    expect(comparableTrust('Limited Trust')).not.toBe(comparableTrust('Trust'));
  });

  it.each([
    ['Brigford Kemp and Peacehold', 'Brigford Kemp & Peacehold'],
    ['Birmarsh Ladyford', 'Birmarsh, Ladyford'],
    ['Weston-super-Mere', 'Weston-Super-Mere'],
    ['St Hedens North', 'St. Hedens North'],
    ["King's Lynford", 'King’s Lynford'],
    ['Ynys Mawr Môn', 'Ynys Mawr Mon'],
    ['Newcaster upon Tyme Central and West', 'Newcaster-upon-Tyme Central & West'],
    ['Kingsford upon Hulme East', 'Kingsford upon Hulme, East (Co-op)'],
  ])('of seats are one in two public files: %j, %j', (one, other) =>
    expect(comparableSeat(one)).toBe(comparableSeat(other)),
  );
});
