/** The broker takes this very message never. What else it answers (a topic that is missing, no leader) may be mended. */
const refusals = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'CORRUPT_MESSAGE', 'INVALID_TIMESTAMP']);

/** Why the broker refused a message, or undefined when the failure has to do with something else. */
export function refusalOf(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { type } = cause as { type?: unknown };
    if (typeof type === 'string' && refusals.has(type)) return `${type}: ${cause.message}`;
  }
  return undefined;
}
