import { pino, type Logger } from 'pino';
import { traceId } from './trace.ts';

/** Never in a log: who it was about, what was typed, what opens doors. */
const secrets = [
  'password',
  'cookie',
  'authorization',
  'email',
  'phone',
  'body',
  'token',
  'id_token',
  'code',
  'DATABASE_URL',
];

/** The log of a process: JSON lines with the trace of what was being done. */
export function makeLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    mixin: () => {
      const trace = traceId();
      return trace ? { trace } : {};
    },
    redact: { paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), remove: true },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
