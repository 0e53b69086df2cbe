// Figures of the layout: rings of folders, largest folder, fragments, copies, length of files (docs/architecture.md).
//   node tools/house-figures.mjs            prints them
//   node tools/house-figures.mjs --details  names the places, too
//   node tools/house-figures.mjs --json     for the test that holds the limits (libs/testing/src/house.unit.spec.ts)
import { folderOf, importsOf, linesOf, packageOf, sourceFiles, testFiles, textOf } from './source-files.mjs';

/** Sets of nodes that reach each other (Tarjan), those of one node apart. */
function rings(nodes, next) {
  let count = 0;
  const [index, low, stack, found] = [new Map(), new Map(), [], []];
  const visit = (node) => {
    index.set(node, count);
    low.set(node, count++);
    stack.push(node);
    for (const other of next(node)) {
      if (!index.has(other)) visit(other);
      if (stack.includes(other)) low.set(node, Math.min(low.get(node), low.get(other)));
    }
    if (low.get(node) !== index.get(node)) return;
    const ring = stack.splice(stack.indexOf(node));
    if (ring.length > 1) found.push(ring.sort());
  };
  for (const node of nodes) if (!index.has(node)) visit(node);
  return found;
}

const imports = new Map(sourceFiles.map((file) => [file, importsOf(file)]));
const isProduct = (file) => /^(apps|libs)\//.test(file);

/** Folders that import each other in a ring, within a package; the package's root counts as a folder, types count. */
function folderRings() {
  const next = new Map();
  for (const [from, targets] of imports)
    for (const { file: to } of targets)
      if (packageOf(from) === packageOf(to) && folderOf(from) !== folderOf(to) && imports.has(to))
        next.set(folderOf(from), (next.get(folderOf(from)) ?? new Set()).add(folderOf(to)));
  return rings(new Set(sourceFiles.map(folderOf)), (folder) => next.get(folder) ?? []);
}

const fileRings = () =>
  rings(sourceFiles, (from) =>
    imports.get(from).flatMap(({ file, typeOnly }) => (typeOnly || !imports.has(file) ? [] : [file])),
  );

/** Files of apps and libs under 30 lines whose only reader stands in the same folder. */
function fragments() {
  const readers = new Map(sourceFiles.map((file) => [file, new Set()]));
  for (const [from, targets] of imports) for (const { file: to } of targets) readers.get(to)?.add(from);
  const onlyReader = (file) => (readers.get(file).size === 1 ? [...readers.get(file)][0] : '');
  return sourceFiles.filter(
    (file) =>
      isProduct(file) &&
      linesOf(file) < 30 &&
      folderOf(onlyReader(file)) === folderOf(file) &&
      !onlyReader(file).endsWith('/index.ts'),
  );
}

/** Pairs of files that share two in five of their longer lines, four at least; words in quotes do not count. */
function copies() {
  const longLines = (file) =>
    textOf(file)
      .split('\n')
      .map((line) => line.trim().replace(/'[^']*'/g, "''"))
      .filter((line) => line.length > 24 && !/^(import|export \*|\*|\/)/.test(line));
  const bags = [...sourceFiles, ...testFiles]
    .filter((file) => !file.endsWith('/index.ts'))
    .map((file) => [file, new Set(longLines(file))]);
  /** Line → the files that have it, so that only pairs that share one are looked at. */
  const holders = new Map();
  bags.forEach(([, lines], at) => {
    for (const line of lines) holders.set(line, [...(holders.get(line) ?? []), at]);
  });
  return bags.flatMap(([file, mine], at) => {
    const shared = new Map();
    for (const line of mine)
      for (const other of holders.get(line)) if (other > at) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared]
      .filter(([other, lines]) => lines >= 4 && lines / Math.min(mine.size, bags[other][1].size) >= 0.4)
      .map(([other, lines]) => `${file} = ${bags[other][0]} (${lines} lines)`);
  });
}

function largestFolder() {
  const sizes = Map.groupBy(sourceFiles.filter(isProduct), folderOf);
  const [folder, files] = [...sizes].sort(([, a], [, b]) => b.length - a.length)[0];
  return { folder, count: files.length };
}

const lengths = sourceFiles
  .filter(isProduct)
  .map((file) => [linesOf(file), file])
  .sort(([a], [b]) => a - b);
const largest = largestFolder();
const found = {
  ringsOfFolders: folderRings().map((ring) => ring.join(', ')),
  ringsOfFiles: fileRings().map((ring) => ring.join(', ')),
  fragments: fragments(),
  copies: copies(),
};
const figures = {
  ringsOfFolders: found.ringsOfFolders.length,
  ringsOfFiles: found.ringsOfFiles.length,
  fragments: found.fragments.length,
  copies: found.copies.length,
  largestFolder: largest.count,
  longestFile: lengths.at(-1)[0],
  medianFile: lengths[Math.floor(lengths.length / 2)][0],
};

if (process.argv.includes('--json')) console.log(JSON.stringify({ figures, found }));
else {
  console.log(`${lengths.length} files in apps and libs, tests apart`);
  for (const [name, figure] of Object.entries(figures)) console.log(`${name}: ${figure}`);
  console.log(`largest folder: ${largest.folder}; longest file: ${lengths.at(-1)[1]}`);
  if (process.argv.includes('--details'))
    for (const [name, places] of Object.entries(found)) console.log(`\n${name}\n  ${places.join('\n  ')}`);
}
