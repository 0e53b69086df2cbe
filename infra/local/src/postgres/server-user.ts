import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '../errors/startup-error.ts';

/** How a program of PostgreSQL's is started: it refuses to run as root. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
  /** Goes before the command. */
  readonly prefix: readonly string[];
}

/**
 * Ourselves, or as root a user without rights: `postgres` when the system has one, else `nobody`.
 * That user must reach the programs and the data, though a checkout may lie in a folder that only root enters.
 */
export function serverUser(folders: readonly string[]): ServerUser {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = unprivileged();
  const closed = folders.map(closedAbove).find(Boolean);
  if (!closed) return { uid, gid, prefix: [] };
  const prefix = mayEnterAnything(uid, gid);
  if (spawnSync(prefix[0]!, [...prefix.slice(1), 'true']).status === 0) return { prefix };
  throw new StartupError(
    `PostgreSQL does not run as root, and only root may enter ${closed}.`,
    'Run as an ordinary user, or move this folder to where everybody may enter, or set DATABASE_URL.',
  );
}

/** Only the right to enter folders, kept beyond the change of user. */
const mayEnterAnything = (uid: number, gid: number) => [
  'setpriv',
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  '--bounding-set=-all,+dac_override',
  '--inh-caps=-all,+dac_override',
  '--ambient-caps=-all,+dac_override',
];

const unprivileged = () => {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].map((name) => users.find(([known]) => known === name)).find(Boolean);
  if (!user)
    throw new StartupError('PostgreSQL does not run as root.', 'Run as an ordinary user, or set DATABASE_URL.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
};

/** The folder that keeps an ordinary user from this one, if there is any. */
export const closedAbove = (folder: string): string | undefined => {
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  if (!isOpen) return folder;
  const above = path.dirname(folder);
  return above === folder ? undefined : closedAbove(above);
};
