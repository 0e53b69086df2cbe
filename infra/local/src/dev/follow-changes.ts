import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformFile } from '@swc/core';
import { watch } from 'chokidar';
import { root } from '../settings/settings.ts';
import { builtFile, touchedBy, type WorkspacePackage } from './changes.ts';

/** Editors write a file in several steps, and several files at once. */
const patience = 60;

/**
 * Builds what changes and tells which packages it runs in, until it is told to stop. Many editors put a new file in the
 * place of the old one, which Node's own watching loses sight of.
 */
export function followChanges(
  onBuilt: (folders: Set<string>) => Promise<void>,
  say: (line: string) => void,
  folder = root,
) {
  const packages = workspace(folder);
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let atWork = Promise.resolve();
  const work = async () => {
    const files = [...changed];
    changed = new Set();
    try {
      const built = await Promise.all(files.map((file) => build(file, folder)));
      if (built.some(Boolean))
        await onBuilt(
          touchedBy(
            files.filter((_, place) => built[place]),
            packages,
          ),
        );
    } catch (error) {
      say(`Not built, the former one runs on: ${(error as Error).message}`);
    }
  };
  const sources = packages.map((one) => path.join(folder, one.folder, 'src'));
  const watcher = watch(sources, { ignoreInitial: true }).on('all', (_, file) => {
    changed.add(path.relative(folder, file));
    clearTimeout(timer);
    timer = setTimeout(() => (atWork = atWork.then(work)), patience);
  });
  const ready = new Promise<void>((resolve) => void watcher.once('ready', resolve));
  return { ready, stop: () => watcher.close() };
}

/** Builds one file as the whole build does; false when there is nothing to build. */
async function build(file: string, folder: string): Promise<boolean> {
  const built = builtFile(file);
  if (!built || !path.extname(file)) return false;
  const [from, to] = [path.join(folder, file), path.join(folder, built)];
  if (!existsSync(from)) {
    rmSync(to, { force: true });
    return true;
  }
  mkdirSync(path.dirname(to), { recursive: true });
  if (!file.endsWith('.ts')) {
    copyFileSync(from, to);
    return true;
  }
  const { code, map } = await transformFile(from, { configFile: path.join(root, '.swcrc'), sourceMaps: true });
  writeFileSync(to, `${code}\n//# sourceMappingURL=${path.basename(to)}.map`);
  if (map) writeFileSync(`${to}.map`, map);
  return true;
}

const workspace = (folder: string): WorkspacePackage[] =>
  globSync('{apps,libs,infra}/*/package.json', { cwd: folder }).map((file) => {
    const { name, dependencies = {} } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as {
      name: string;
      dependencies?: Record<string, string>;
    };
    return { folder: path.dirname(file), name, dependencies: Object.keys(dependencies) };
  });
