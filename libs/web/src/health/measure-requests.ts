import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';

const durations = () =>
  (register.getSingleMetric('http_request_seconds') as Histogram | undefined) ??
  new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
  });

/** Measures requests and the process itself. */
export function measureRequests(): RequestHandler {
  if (!register.getSingleMetric('process_cpu_seconds_total'))
    collectDefaultMetrics({ eventLoopMonitoringPrecision: 500 }); // finer costs CPU when idle
  const histogram = durations();
  return (request, response, next) => {
    const end = histogram.startTimer({ method: request.method });
    response.once('close', () => end({ status: `${Math.floor(response.statusCode / 100)}xx` }));
    next();
  };
}
