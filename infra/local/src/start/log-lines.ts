/** A line of a service's log, as a person reads it: pino's JSON becomes time, level and message; the rest stays. */
export function readable(line: string): string {
  const entry = parse(line);
  if (!entry) return line;
  const { time, level, msg, err } = entry;
  const failure = err?.message && err.message !== msg ? ` (${err.message})` : '';
  return `${String(time ?? '').slice(11, 19)} ${level ?? ''} ${msg ?? ''}${failure}`.trim();
}

/** What a person should see while everything runs: errors, and what is no log line at all. */
export function isAlarming(line: string): boolean {
  const entry = parse(line);
  return entry ? entry.level === 'error' || entry.level === 'fatal' : /error|exception/i.test(line);
}

/** The last lines of a log, for a process that ended. */
export const lastLines = (log: string, count = 8): string =>
  log
    .trimEnd()
    .split('\n')
    .slice(-count)
    .map((line) => `    ${readable(line).slice(0, 300)}`)
    .join('\n');

interface Entry {
  readonly time?: string;
  readonly level?: string;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

const parse = (line: string): Entry | undefined => {
  try {
    const entry: unknown = line.startsWith('{') ? JSON.parse(line) : undefined;
    return typeof entry === 'object' && entry !== null ? (entry as Entry) : undefined;
  } catch {
    return undefined;
  }
};
