import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** W3C trace context of what is being done now: `00-{trace id}-{span id}-01`. */
const traces = new AsyncLocalStorage<string>();
const traceparent = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;

/** Does something within a trace: the given one if it is well formed, else a new one. */
export const withTrace = <T>(given: string | undefined, work: () => T): T =>
  traces.run(given && traceparent.test(given) ? given : newTrace(), work);

/** The traceparent of what is being done now, if anything is. */
export const currentTrace = (): string | undefined => traces.getStore();

/** The part of a trace that people quote. */
export const traceId = (trace = currentTrace()): string | undefined => trace?.match(traceparent)?.[1];

const newTrace = (): string => `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
