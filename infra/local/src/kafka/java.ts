import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Kafka 4 runs on Java 17 and newer. */
export const oldestJava = 17;

/** What `java -version` says of itself: `openjdk version "17.0.15"`, or `java version "1.8.0_202"` of old. */
export function javaVersion(words: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(words) ?? [];
  const version = first === '1' ? second : first;
  return version === undefined ? undefined : Number(version);
}

export interface Java {
  readonly command: string;
  /** Undefined when there is none. */
  readonly version: number | undefined;
}

/** The Java of JAVA_HOME, else the one on the path. */
export function findJava(javaHome: string | undefined): Java {
  const candidates = [...(javaHome ? [path.join(javaHome, 'bin/java')] : []), 'java'].map((command) => {
    const asked = spawnSync(command, ['-version'], { encoding: 'utf8', timeout: 20_000 });
    return { command, version: javaVersion(`${asked.stderr ?? ''}${asked.stdout ?? ''}`) };
  });
  return candidates.find(isNewEnough) ?? candidates.find(({ version }) => version !== undefined) ?? candidates[0]!;
}

export const isNewEnough = ({ version }: Java): boolean => version !== undefined && version >= oldestJava;
