// The TypeScript of this repository as a graph: files, their lines, and who imports whom.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(import.meta.dirname, '..');

const config = ts.getParsedCommandLineOfConfigFile(
  path.join(root, 'tsconfig.json'),
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: console.error },
);

export const compilerOptions = { ...config.options, incremental: false, tsBuildInfoFile: undefined };

/** Paths below the root, tests and their fixtures apart. */
export const sourceFiles = config.fileNames
  .map((file) => path.relative(root, file))
  .filter((file) => /^(apps|libs|infra|bench)\//.test(file) && !file.endsWith('.spec.ts'));

/** Tests and their fixtures. */
export const testFiles = config.fileNames
  .map((file) => path.relative(root, file))
  .filter((file) => file.endsWith('.spec.ts'));

export const folderOf = (file) => path.dirname(file);

/** The package that a file belongs to: `apps/prepare`, `libs/web`, `bench`. */
export const packageOf = (file) => (file.startsWith('bench/') ? 'bench' : file.split('/').slice(0, 2).join('/'));

const texts = new Map();
export function textOf(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(path.join(root, file), 'utf8'));
  return texts.get(file);
}
export const linesOf = (file) => textOf(file).split('\n').length - 1;

/** Where the name of a workspace package leads: `@academies/web` → `libs/web/src/index.ts`. */
const entries = new Map(
  ['apps', 'libs', 'infra'].flatMap((kind) =>
    ts.sys.getDirectories(path.join(root, kind)).flatMap((name) => {
      const manifest = path.join(root, kind, name, 'package.json');
      return existsSync(manifest)
        ? [[JSON.parse(readFileSync(manifest, 'utf8')).name, `${kind}/${name}/src/index.ts`]]
        : [];
    }),
  ),
);

/** Whether an import or export is gone when the types are. */
function isTypeOnly(statement) {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return (
      statement.isTypeOnly ||
      (!!exportClause && ts.isNamedExports(exportClause) && exportClause.elements.every((one) => one.isTypeOnly))
    );
  }
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly);
}

/** What a file imports of this repository: `{ file, typeOnly }`. */
export function importsOf(file) {
  const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) || !statement.moduleSpecifier)
      return [];
    const name = statement.moduleSpecifier.text;
    const to = name.startsWith('.') ? path.join(folderOf(file), name) : entries.get(name);
    return to && existsSync(path.join(root, to)) ? [{ file: to, typeOnly: isTypeOnly(statement) }] : [];
  });
}
