import type { ProcessSettings } from './web-settings.ts';

/**
 * Where a process listens unless it is told: in production for everybody, who comes through what stands before it; else for this machine
 * alone, where anybody may sign in as anybody.
 */
export const hostOf = ({ HOST, NODE_ENV }: Pick<ProcessSettings, 'NODE_ENV'> & Partial<ProcessSettings>): string =>
  HOST ?? (NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1');
