import { currentTrace } from '@academies/contracts';

/** The header that carries the trace of what is being done now through Kafka; none outside of a trace. */
export function traceHeader(): { traceparent?: string } {
  const traceparent = currentTrace();
  return traceparent ? { traceparent } : {};
}
