import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../../..');

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}
const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;
const namesOf = (...lists: (Record<string, string> | undefined)[]) => lists.flatMap((list) => Object.keys(list ?? {}));

const packages = globSync(['{apps,libs,infra}/*/package.json', 'bench/package.json'], { cwd: root }).map(path.dirname);
const whole = manifestOf('.');

/** Tests, and what they are made from. */
const isTest = (file: string) => file.endsWith('.spec.ts') || file.includes('/src/fixtures/');

/** The packages that a file imports: `pino`, `@nestjs/common`. */
const importedBy = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.') && !isBuiltin(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));

/** What a package should list: as dependencies what runs, as devDependencies what only tests or development need. */
function neededBy(folder: string): Required<Pick<Manifest, 'dependencies' | 'devDependencies'>> {
  const files = globSync('src/**/*.ts', { cwd: path.join(root, folder) }).map((file) => path.join(folder, file));
  const forDevelopment = new Set(namesOf(whole.devDependencies));
  const of = (some: string[]) => [...new Set(some.flatMap(importedBy))];
  const runs = of(files.filter((file) => !isTest(file))).filter((name) => !forDevelopment.has(name));
  const rest = of(files).filter((name) => !runs.includes(name));
  // Versions stand in the package.json of the root alone; `*` is whatever that says.
  const listed = (names: string[]) => Object.fromEntries(names.sort().map((name) => [name, '*']));
  return { dependencies: listed(runs), devDependencies: listed(rest) };
}

describe('Every package lists what its source imports, no more, and the root says which version:', () => {
  it.each(packages)('%s', (folder) => {
    const { dependencies = {}, devDependencies = {} } = manifestOf(folder);
    expect({ dependencies, devDependencies }).toEqual(neededBy(folder));
  });

  it('the root lists each, with one exact version', () => {
    const versions = { ...whole.dependencies, ...whole.devDependencies, ...whole.optionalDependencies };
    const used = new Set(packages.flatMap((folder) => namesOf(...Object.values(neededBy(folder)))));
    const unlisted = [...used].filter((name) => !name.startsWith('@academies/') && !versions[name]);
    const inexact = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
    expect({ unlisted, inexact }).toEqual({ unlisted: [], inexact: [] });
  });
});
