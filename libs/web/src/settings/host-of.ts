/**
 * Where a process listens: in production for everybody, who comes through what stands before it; else for this machine
 * alone, where anybody may sign in as anybody.
 */
export const hostOf = ({ NODE_ENV }: { NODE_ENV: 'development' | 'test' | 'production' }): string =>
  NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1';
