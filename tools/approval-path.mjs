// The files of apps and libs that an approval passes, from Prepare's button to the line of a CSV file, told by the code.
//   node tools/approval-path.mjs          counts them by station
//   node tools/approval-path.mjs --list   names them
//   node tools/approval-path.mjs --json   for the test that holds the limits (libs/testing/src/house.unit.spec.ts)
//   node tools/approval-path.mjs --why F  what leads into file F
//
// From a reached declaration every identifier in value position (types and imports do not count) reaches the declaration
// that the compiler resolves it to: a statement of a module, or one member of a class, with the constructor, the fields
// and the overrides of that class.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { compilerOptions, linesOf, root, sourceFiles } from './source-files.mjs';

const program = ts.createProgram(
  sourceFiles.map((file) => path.join(root, file)),
  compilerOptions,
);
const checker = program.getTypeChecker();
const fileOf = (node) => path.relative(root, node.getSourceFile().fileName);
const isOurs = (node) => /^(apps|libs)\//.test(fileOf(node));
const isInClass = (node) => ts.isClassElement(node) && ts.isClassLike(node.parent);
const isOnlyType = (node) =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node);

/** What counts as one step: a member of a class, a variable of a module, or another statement of it. */
function unitOf(node) {
  for (let at = node; at?.parent; at = at.parent) {
    if (isInClass(at) || ts.isSourceFile(at.parent)) return at;
    if (ts.isVariableDeclarationList(at.parent) && ts.isSourceFile(at.parent.parent.parent)) return at;
  }
  return undefined;
}

/** Reached steps, and what reached each. */
const reached = new Map();
const waiting = [];

function reach(unit, by) {
  if (!unit || reached.has(unit) || !isOurs(unit) || isOnlyType(unit)) return;
  reached.set(unit, by);
  if (ts.isClassLike(unit)) reachClass(unit, by);
  else waiting.push(unit);
}

function reachClass(node, by) {
  const isOverride = (member) =>
    ts.isMethodDeclaration(member) && member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.OverrideKeyword);
  for (const member of node.members)
    if (ts.isConstructorDeclaration(member) || ts.isPropertyDeclaration(member) || isOverride(member))
      reach(member, by);
  for (const { token, types } of node.heritageClauses ?? [])
    if (token === ts.SyntaxKind.ExtendsKeyword)
      for (const { expression } of types) reachSymbol(checker.getSymbolAtLocation(expression), by);
}

function reachSymbol(symbol, by) {
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  for (const declaration of target?.declarations ?? [])
    if (!(ts.isParameter(declaration) && ts.isConstructorDeclaration(declaration.parent)))
      reach(unitOf(declaration), by);
}

function follow(node, unit) {
  if ((ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) || isOnlyType(node)) return;
  if (!ts.isIdentifier(node) && !ts.isPrivateIdentifier(node))
    return ts.forEachChild(node, (child) => follow(child, unit));
  const isShort = ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node;
  reachSymbol(
    isShort ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node),
    unit,
  );
}

/** `file#Name` or `file#Class.member` as steps; a file alone is all of it. Unknown places are an error, not an empty way. */
function stepsAt(place) {
  const [file, wanted] = place.split('#');
  const source = program.getSourceFile(path.join(root, file));
  if (!source) throw new Error(`tools/approval-path.stations.json names ${file}, which is not there`);
  const named = source.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((one) => [one.name.getText(source), one]);
    if (!ts.isClassDeclaration(statement)) return statement.name ? [[statement.name.text, statement]] : [];
    const members = statement.members.map((one) => [`${statement.name.text}.${one.name?.getText(source)}`, one]);
    return [[statement.name.text, statement], ...members];
  });
  const hits = named.filter(([name]) => !wanted || name === wanted || name.startsWith(`${wanted}.`));
  if (hits.length === 0) throw new Error(`tools/approval-path.stations.json names ${place}, which is not there`);
  return hits.map(([, node]) => node);
}

const stations = JSON.parse(readFileSync(path.join(root, 'tools/approval-path.stations.json'), 'utf8'));
const files = new Set();
const newFiles = stations.map(({ name, from }) => {
  const before = files.size;
  for (const place of from) for (const step of stepsAt(place)) reach(step, undefined);
  while (waiting.length > 0) {
    const unit = waiting.pop();
    follow(unit, unit);
  }
  for (const unit of reached.keys()) files.add(fileOf(unit));
  return { name, files: files.size - before };
});

/** Files of the services themselves: no library but Complete's, no tables of columns. */
const isOwn = (file) =>
  /^(apps\/(prepare|handover|reporting)|libs\/complete)\//.test(file) &&
  !file.endsWith('.table.ts') &&
  !file.includes('/columns/');

const sorted = [...files].sort();
const figures = { approvalFiles: sorted.length, approvalOwnFiles: sorted.filter(isOwn).length };

const why = process.argv.indexOf('--why');
if (process.argv.includes('--json')) console.log(JSON.stringify({ figures, files: sorted }));
else if (why > 0) {
  const nameOf = (node) => (node ? `${fileOf(node)} ${node.name?.getText() ?? ''}` : 'a station');
  for (const [unit, by] of reached)
    if (fileOf(unit) === process.argv[why + 1]) console.log(`${nameOf(unit)} ← ${nameOf(by)}`);
} else {
  const lines = sorted.map(linesOf).sort((a, b) => a - b);
  console.log(
    `${figures.approvalFiles} files, ${lines.reduce((sum, one) => sum + one, 0)} lines, median ${lines[lines.length >> 1]}`,
  );
  console.log(`${figures.approvalOwnFiles} of them the services' own`);
  for (const station of newFiles) console.log(`  ${station.name}: ${station.files} more files`);
  if (process.argv.includes('--list')) for (const file of sorted) console.log(`${isOwn(file) ? '*' : ' '} ${file}`);
}
