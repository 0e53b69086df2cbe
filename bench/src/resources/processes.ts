import { readFileSync, writeFileSync } from 'node:fs';

/** Ticks a second of the processor times in /proc; Linux has said 100 for decades. */
const ticks = 100;

/** Seconds of processor time that a process has used (proc(5), stat: utime and stime). */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

const memoryOf = (pid: number, what: 'VmRSS' | 'VmHWM') =>
  Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** The most memory that a process has had, in MB; 0 when it has ended. */
export function highestMemory(pid: number): number {
  try {
    return memoryOf(pid, 'VmHWM');
  } catch {
    return 0;
  }
}

/** Begins to watch the memory of a process; the answer tells by how many MB it grew at its highest. */
export function watchMemory(pid: number): () => number {
  // 5: the peak counts from now on (proc(5), clear_refs).
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = memoryOf(pid, 'VmRSS');
  return () => memoryOf(pid, 'VmHWM') - before;
}
