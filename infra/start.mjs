// What `npm start`, `npm test` and `npm run reset` run. It must work on Node 20 with nothing installed: it installs
// what is missing and hands over to Node 24, which reads the TypeScript in infra/local as it is.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { proxyEnvironment } from './local/src/start/proxy.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const fromRoot = (...parts) => path.join(root, ...parts);
const fail = (line) => {
  process.stderr.write(`\n${line}\n`);
  process.exit(1);
};

/** Whether node_modules holds just what package-lock.json says; npm writes down what it put there. */
function isInstalled() {
  const [wanted, there] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) =>
    existsSync(fromRoot(file)) ? JSON.parse(readFileSync(fromRoot(file), 'utf8')).packages : {},
  );
  const fits = ([name, { version, optional, link }]) =>
    !name.startsWith('node_modules/') || link || (there[name] ? there[name].version === version : optional === true);
  return Object.keys(there).length > 0 && Object.entries(wanted).every(fits);
}

/** `npm ci`, quietly; what it says is shown only when it fails. */
async function install() {
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  console.log('Installing packages; the first time this takes a minute or two');
  const ticking = setInterval(() => console.log(`  still installing (${seconds()})`), 20_000);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { code, output } = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(ticking);
  if (code !== 0) fail(whyNot(output));
  console.log(`  packages installed (${seconds()})`);
}

const whyNot = (output) => {
  const known = npmTroubles.find(([sign]) => sign.test(output));
  const words = output.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  return `The packages could not be installed. ${known ? known[1] : `npm says: ${words.find((line) => line && !line.startsWith('code ')) ?? 'nothing'}`}`;
};
const npmTroubles = [
  [/EUSAGE.*in sync/s, 'package-lock.json does not fit package.json: run npm install, and commit what it changes.'],
  [/ENOSPC|no space left/i, 'The disk is full: free 3 GB and start again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH/i,
    'The npm registry does not answer: check the network (behind a proxy: npm config set proxy) and start again.',
  ],
  [
    /CERT|certificate/i,
    'The npm registry shows a certificate that is not trusted: set NODE_EXTRA_CA_CERTS to the authority of your network.',
  ],
  [/EACCES|EPERM|EROFS/i, 'This folder is not yours to write: run as its owner, or clone it again as yourself.'],
];

const run = (command, args) =>
  new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });

/** Node 24 from npm, or the one that runs this when it is as new. */
function node24() {
  const fromNpm = fromRoot('node_modules/.bin/node');
  if (existsSync(fromNpm)) return fromNpm;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `Node 24 is needed and npm has none for ${process.platform}-${process.arch}; this is Node ${process.versions.node}. Install Node 24 from https://nodejs.org and start again.`,
  );
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`This needs Node 20 or newer with npm, and is Node ${process.versions.node}: https://nodejs.org`);
if (!isInstalled()) await install();

const env = { ...process.env, ...proxyEnvironment(process.env) };
const args = [
  '--disable-warning=ExperimentalWarning',
  fromRoot('infra/local/src/command.ts'),
  ...process.argv.slice(2),
];
const child = spawn(node24(), args, { cwd: root, env, stdio: 'inherit' });
// The terminal sends Ctrl-C to both of us; it stops things in order, we wait. What only we were told, it is told too.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
