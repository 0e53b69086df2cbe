import { AppError, type FailureKind, PermanentError, PoisonError, TransientError } from '@academies/contracts';
import { isLostConnection } from '@academies/database';

/**
 * SQLSTATEs that every event would meet, so that they are waited for until they pass or somebody mends them: connection,
 * rights, a missing database or schema, deadlock or serialization, a statement that does not fit the tables (42), resources,
 * operator, disk, lock timeout, a server that is read only, a transaction that lay idle. A message that the protocol does
 * not carry (08P01) and a limit that is configured (53400) are none of them.
 */
const transientSqlStates = /^(08(?!P01)|28|3D|3F|40|42|53(?!400)|57P|58|55P03|25006|25P03)/;

/** SQLSTATEs that the content of a message causes: data, constraints, limits, a statement that took too long. */
const ownSqlStates = /^(22|23|54|57014|08P01|53400)/;

const sqlState = /^[0-9][0-9A-Z]{4}$/;

const transientCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Wait and try again, give up at once, or try a few times. The class decides; a database that is away has a class too. */
export function failureKind(error: unknown): FailureKind {
  for (const cause of causesOf(error)) {
    if (cause instanceof TransientError) return 'transient';
    if (cause instanceof PermanentError) return 'permanent';
    if (cause instanceof PoisonError) return 'poison';
    const { code } = cause as { code?: unknown };
    if (
      typeof code === 'string' &&
      (transientCodes.has(code) || (sqlState.test(code) && transientSqlStates.test(code)))
    )
      return 'transient';
    if (isLostConnection(cause)) return 'transient';
  }
  return 'poison';
}

function* causesOf(error: unknown): Generator<Error> {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) yield cause;
}

const sqlStateOf = (error: unknown): string | undefined =>
  [...causesOf(error)].map((cause) => String((cause as { code?: unknown }).code)).find((code) => sqlState.test(code));

/** The database understands a statement no more: a column was renamed, a right withdrawn. Or one event alone makes it so. */
export const isOfStatement = (error: unknown): boolean => sqlStateOf(error)?.startsWith('42') ?? false;

/** Nobody foresaw it: neither an error of ours with a code, nor data that the database refuses. */
const isUnexpected = (error: unknown): boolean =>
  ![...causesOf(error)].some((cause) => cause instanceof AppError) && !ownSqlStates.test(sqlStateOf(error) ?? '');

/** As many keys within as long, with no event handled between: the fault is not theirs. */
const [enough, withinMs] = [5, 60_000];

/**
 * Tells an event that the code fails on from code that fails on every event. The same unexpected error at the same place
 * counts, for different keys; once there were enough, until an event is handled.
 */
export class RepeatedFailures {
  private readonly keysOf = new Map<string, Map<string, number>>();

  handled(): void {
    this.keysOf.clear();
  }

  /** Whether this failure, of an event of this key, is one of too many. */
  areToldBy(error: unknown, key: string, now = performance.now()): boolean {
    if (failureKind(error) !== 'poison' || !isUnexpected(error)) return false;
    const place = `${describeFailure(error).code} ${placeOf(error)}`;
    const keys = this.keysOf.get(place) ?? new Map<string, number>();
    this.keysOf.set(place, keys);
    if (keys.size >= enough) return true;
    for (const [other, at] of keys) if (now - at > withinMs) keys.delete(other);
    keys.set(key, now);
    return keys.size >= enough;
  }
}

/** The line that threw. */
const placeOf = (error: unknown): string =>
  (error instanceof Error &&
    error.stack
      ?.split('\n')
      .find((line) => /^ +at /.test(line))
      ?.trim()) ||
  'nowhere';

/** What stands in a dead letter about an error. */
export const describeFailure = (error: unknown): { code: string; message: string; stack: string | null } =>
  error instanceof Error
    ? { code: stableCode(error), message: error.message, stack: error.stack ?? null }
    : { code: 'UNKNOWN', message: String(error), stack: null };

const stableCode = (error: Error): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.name;
};
