import type { RequestHandler } from 'express';

/** `203.0.113.7:4711` and `[2001:db8::1]:4711`, as some load balancers write it; a port belongs to no visitor. */
const withPort = /^(?:\[([^\]]+)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+)$/;

/** The address that a proxy or load balancer tells, without the port. */
export const withoutPort = (address: string): string => address.trim().replace(withPort, '$1$2');

/** Takes ports out of `X-Forwarded-For`, so that logs, limits and rights know a visitor by the address alone. */
export const forwardedAddress: RequestHandler = (request, _, next) => {
  const told = request.headers['x-forwarded-for'];
  if (told) request.headers['x-forwarded-for'] = [told].flat().join(',').split(',').map(withoutPort).join(', ');
  next();
};
