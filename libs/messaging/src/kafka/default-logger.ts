import { traceId } from '@academies/contracts';
import { pino, type Logger } from 'pino';

/** The log of whoever gives none: JSON lines with the trace of what was being done. */
export const defaultLogger = (service: string): Logger =>
  pino({
    base: { service },
    mixin: () => ({ ...(traceId() && { trace: traceId() }) }),
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
