/** What a log may say of an error. */
export interface PlainError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: PlainError;
}

/**
 * An error without the values that drivers hang on it: PostgreSQL's details quote whole rows, and MikroORM's messages
 * begin with the statement and what was in it.
 */
export function plainError(error: unknown, depth = 0): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const { code, cause } = error as Error & { code?: unknown };
  const sql = /^\s*(select|insert|update|delete|with|copy|begin|commit)\b/i.test(error.message);
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    ...(typeof code === 'string' && { code }),
    message: sql ? (error.message.split(' - ').at(-1) ?? '') : error.message,
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(cause instanceof Error && depth < 3 && { cause: plainError(cause, depth + 1) }),
  };
}
