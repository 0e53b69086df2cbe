import { builtFile, touchedBy } from './changes.ts';

const packages = [
  { folder: 'libs/contracts', name: 'contracts', dependencies: [] },
  { folder: 'libs/web', name: 'web', dependencies: ['contracts'] },
  { folder: 'apps/prepare', name: 'prepare', dependencies: ['web'] },
  { folder: 'apps/handover', name: 'handover', dependencies: ['contracts'] },
];

describe('A change while the system runs', () => {
  it('is built where the whole build would put it', () => {
    expect(builtFile('apps/prepare/src/notes/note.page.ts')).toBe('apps/prepare/dist/notes/note.page.js');
    expect(builtFile('libs/web/src/templates/layout.njk')).toBe('libs/web/dist/templates/layout.njk');
  });

  it('of a test builds nothing', () => expect(builtFile('apps/prepare/src/lists/lists.int.spec.ts')).toBeUndefined());

  it('of a service restarts that one alone', () =>
    expect(touchedBy(['apps/prepare/src/main.ts'], packages)).toEqual(new Set(['apps/prepare'])));

  it('of a library restarts all that use it, also by way of another library', () =>
    expect(touchedBy(['libs/contracts/src/index.ts'], packages)).toEqual(
      new Set(packages.map(({ folder }) => folder)),
    ));
});
