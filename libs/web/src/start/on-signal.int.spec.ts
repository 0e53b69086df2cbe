import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const module = path.join(import.meta.dirname, 'on-signal.ts');

/** A program of these lines, once it has said that it is there; `as`: what runs it. */
async function aProgram(lines: string, as: readonly string[] = []): Promise<ChildProcess> {
  const text = `import { endOnSignal, onSignal } from ${JSON.stringify(module)}; setInterval(() => {}, 1_000); ${lines}; console.log('here');`;
  const [command, ...args] = [...as, process.execPath, '--no-warnings', '--input-type=module', '-e', text];
  const child = spawn(command as string, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout!, 'data');
  return child;
}
const ended = async (child: ChildProcess) => (await once(child, 'close')) as [number | null, string | null];

const alone = ['unshare', '--pid', '--fork', '--kill-child'];
const probe = spawnSync(alone[0]!, [...alone.slice(1), 'true'], { encoding: 'utf8' });
const maybe = probe.status === 0 ? it : it.skip;
const reason = probe.status === 0 ? '' : ` (left out: ${probe.error?.message ?? probe.stderr})`;

describe('A signal', () => {
  it('ends a service that is still starting', async () => {
    const child = await aProgram('endOnSignal()');
    child.kill('SIGTERM');
    expect(await ended(child)).toEqual([0, null]);
  });

  maybe(`ends it too when it is the first process of a container${reason}`, async () => {
    const child = await aProgram('endOnSignal()', alone);
    const [first] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
    process.kill(Number(first), 'SIGTERM');
    expect(await ended(child)).toEqual([0, null]);
  });

  it('stops a service in order, and a second one changes nothing', async () => {
    const child = await aProgram(
      `endOnSignal(); onSignal(async () => { console.log('stops'); await new Promise((r) => setTimeout(r, 700)); console.log('closed'); })`,
    );
    let said = '';
    child.stdout!.on('data', (data: Buffer) => (said += data.toString()));
    child.kill('SIGTERM');
    await once(child.stdout!, 'data');
    child.kill('SIGTERM');
    child.kill('SIGINT');
    expect(await ended(child)).toEqual([0, null]);
    expect(said).toBe('stops\nclosed\n');
  });

  it('ends within ten seconds a service that hangs while it stops', async () => {
    const child = await aProgram('onSignal(() => new Promise(() => {}))');
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await ended(child)).toEqual([0, null]);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });
});
