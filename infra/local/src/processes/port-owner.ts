import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { commandOf } from './process-table.ts';

const listening = '0A';

/** Which program listens on a port, `node (process 12)`, where the system tells (Linux, our own processes). */
export function portOwner(port: number): string | undefined {
  try {
    const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => inodes(readFileSync(table, 'utf8'), port));
    const pid = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && holds(entry, sockets));
    return pid && `${commandOf(Number(pid)).split(' ')[0]?.split('/').at(-1)}, process ${pid}`;
  } catch {
    return undefined;
  }
}

/** The sockets that listen on a port, from the system's table. */
export const inodes = (table: string, port: number): string[] =>
  table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === listening && Number.parseInt(local?.split(':')[1] ?? '', 16) === port)
    .map((fields) => `socket:[${fields[9]}]`);

const holds = (pid: string, sockets: string[]): boolean => {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.includes(readlinkSync(`/proc/${pid}/fd/${fd}`)));
  } catch {
    return false;
  }
};
