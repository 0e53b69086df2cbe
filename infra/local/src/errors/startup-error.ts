/** What stopped us, in one line that says what to do. Shown without a stack trace. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
  readonly wayOut: string;

  constructor(what: string, wayOut: string, options?: ErrorOptions) {
    super(what, options);
    this.wayOut = wayOut;
  }
}

/** One line for a person; what nobody foresaw keeps its own words. */
export const inOneLine = (error: unknown): string => {
  const known = error instanceof StartupError ? error : foreseen(error);
  return known ? `${known.message} ${known.wayOut}` : ((error as Error)?.message ?? String(error));
};

/** What any part can meet: no space, a folder that is not ours, no network. */
const foreseen = (error: unknown): StartupError | undefined => {
  for (
    let cause = error as (Error & { code?: string; path?: string }) | undefined;
    cause;
    cause = cause.cause as typeof cause
  ) {
    if (cause instanceof StartupError) return cause;
    if (cause.code === 'ENOSPC' || /no space left on device/i.test(cause.message)) return diskIsFull(cause.path);
    if (cause.code === 'EACCES' || cause.code === 'EROFS' || cause.code === 'EPERM')
      return new StartupError(
        `No permission for ${cause.path ?? 'a file'}.`,
        'Give it to the user that runs this, or run as its owner.',
      );
  }
  return undefined;
};

/** The disk is full; told wherever a part says so in its own words. */
export const diskIsFull = (path?: string) =>
  new StartupError(
    `The disk is full${path ? ` (at ${path})` : ''}.`,
    'Free some space (2 GB are plenty) and start again; nothing is lost.',
  );
