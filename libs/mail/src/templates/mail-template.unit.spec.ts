import { factsNamedBy, filledIn } from './mail-template.ts';

const template = { subject: '((school)) is yours', body: 'By ((by)):\n((projects))\n((school))' };

describe('A template', () => {
  it('names each fact once', () => expect(factsNamedBy(template)).toEqual(['school', 'by', 'projects']));

  it('is filled in, several as bullets; what is missing can be seen', () =>
    expect(filledIn(template, { school: 'Larkmere $& School', projects: ['One', 'Two'] })).toEqual({
      subject: 'Larkmere $& School is yours',
      body: 'By ((by)):\n* One\n* Two\nLarkmere $& School',
    }));
});
