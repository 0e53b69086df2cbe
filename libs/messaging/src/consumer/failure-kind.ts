import { type FailureKind, PermanentError, PoisonError, TransientError } from '@academies/contracts';

/** SQLSTATE classes that go away by themselves: connection, resources, operator, deadlock or serialization, lock timeout. */
const transientSqlStates = /^(08|53|57P|40|55P03|25006|58)/;

const transientCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const transientMessages = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Connection ended/i;

/** Wait and try again, give up at once, or try a few times. The class decides; a database that is away has a class too. */
export function failureKind(error: unknown): FailureKind {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (cause instanceof TransientError) return 'transient';
    if (cause instanceof PermanentError) return 'permanent';
    if (cause instanceof PoisonError) return 'poison';
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && (transientCodes.has(code) || (code.length === 5 && transientSqlStates.test(code)))) return 'transient';
    if (transientMessages.test(cause.message)) return 'transient';
  }
  return 'poison';
}

/** What stands in a dead letter about an error. */
export const describeFailure = (error: unknown): { code: string; message: string; stack: string | null } =>
  error instanceof Error
    ? { code: stableCode(error), message: error.message, stack: error.stack ?? null }
    : { code: 'UNKNOWN', message: String(error), stack: null };

const stableCode = (error: Error): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.name;
};
