import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskIsFull, StartupError } from '../errors/startup-error.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { ServerUser } from './server-user.ts';

interface InitDatabase {
  readonly binaries: PostgresBinaries;
  readonly data: string;
  readonly user: ServerUser;
  readonly password: string;
}

/** Creates an empty cluster. What was begun and not finished is thrown away: the mark comes last. */
export function initDatabase({ binaries, data, user, password }: InitDatabase): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const { uid, gid } = ownerOf(user);
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid);
  // The builtin locale is the same on every system, whatever the C library knows.
  const flags = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--no-sync',
  ];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const [command, ...args] = [...user.prefix, binaries.initdb, ...flags, ...locale, '-D', data];
  const made = spawnSync(command!, args, { uid: user.uid, gid: user.gid, cwd: '/', encoding: 'utf8' });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    const words = `${made.error?.message ?? ''}${made.stderr}`.trim();
    if (/no space left on device/i.test(words)) throw diskIsFull(data);
    throw new StartupError(
      `PostgreSQL could not prepare its data folder: ${words.split('\n').at(-1)}`,
      'Is the folder .local writable?',
    );
  }
  writeFileSync(path.join(data, 'initialised'), '');
}

const ownerOf = ({ uid, gid, prefix }: ServerUser) => {
  const asked = (name: string) => Number(prefix.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1]);
  return prefix.length > 0 ? { uid: asked('reuid'), gid: asked('regid') } : { uid, gid };
};
