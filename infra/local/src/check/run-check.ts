import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, stateFolder } from '../settings/settings.ts';
import type { Check } from './checks.table.ts';
import { type JestReport, type Tally, tallyOf } from './tally.ts';

/** Runs a check; what it says is shown as it comes. A check that does not count tests is one that passes or fails. */
export async function runCheck(
  { name, run: [program, ...args], counts }: Check,
  environment: Record<string, string>,
): Promise<Tally> {
  const report = path.join(stateFolder, 'reports', `${name}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const ours = counts ? ['--json', `--outputFile=${report}`] : [];
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ...environment };
  // Jest tells people what it does on stderr; with --json stdout is the report once more.
  const stdio = ['ignore', counts ? 'ignore' : 'inherit', 'inherit'] as const;
  const child = spawn(process.execPath, [...node, path.join(root, 'node_modules', program), ...args, ...ours], {
    cwd: root,
    env,
    stdio: [...stdio],
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  if (counts) endWhenReported(report, child);
  const code = await ended;
  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  return tallyOf(existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as JestReport) : undefined, code);
}

/** Tests that leave something open keep Jest from ending, for ever; the report is whole by then. That is a failure. */
function endWhenReported(report: string, child: ChildProcess, patience = 20_000): void {
  const looking = setInterval(() => {
    if (!existsSync(report)) return;
    clearInterval(looking);
    setTimeout(() => {
      if (child.exitCode === null && child.kill('SIGKILL'))
        console.log('The tests left something open, so the run was ended');
    }, patience).unref();
  }, 500);
  child.once('close', () => clearInterval(looking));
}
