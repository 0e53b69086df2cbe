import path from 'node:path';

/** A package of the workspace: where it stands, and which packages of ours run in it. */
export interface WorkspacePackage {
  readonly folder: string;
  readonly name: string;
  readonly dependencies: readonly string[];
}

/** Where the build puts a source file: `apps/prepare/src/main.ts` → `apps/prepare/dist/main.js`. Tests are not built. */
export function builtFile(file: string): string | undefined {
  if (file.endsWith('.spec.ts')) return undefined;
  const [, folder, rest] = /^(.+?)\/src\/(.+)$/.exec(file) ?? [];
  return rest && path.join(folder as string, 'dist', rest.replace(/\.ts$/, '.js'));
}

/** The folders of all packages in which something changed runs: its own, and whoever uses it, however far away. */
export function touchedBy(changed: readonly string[], packages: readonly WorkspacePackage[]): Set<string> {
  const touched = new Set(packages.filter(({ folder }) => changed.some((file) => file.startsWith(`${folder}/`))));
  for (let before = -1; before < touched.size;) {
    before = touched.size;
    const names = new Set([...touched].map(({ name }) => name));
    for (const one of packages) if (one.dependencies.some((name) => names.has(name))) touched.add(one);
  }
  return new Set([...touched].map(({ folder }) => folder));
}
