import { type DestinationStream, type Logger, pino } from 'pino';
import { plainError } from './plain-error.ts';
import { traceId } from '@academies/contracts';

/** Never in a log: who it was about, what was typed, what opens doors. */
const secrets = ['password', 'cookie', 'authorization', 'email', 'phone', 'body', 'token', 'id_token', 'DATABASE_URL'];

/** The log of a process: JSON lines with the trace of what was being done. */
export function makeLogger(service: string, level: string, out: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: { service },
    mixin: () => {
      const trace = traceId();
      return trace ? { trace } : {};
    },
    redact: { paths: secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), remove: true },
    serializers: { err: plainError },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return pino(options, out);
}
