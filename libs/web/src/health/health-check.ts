import type { InjectionToken, Provider } from '@nestjs/common';

/** What a contributor says of itself; details are shown on /health/ready. Degraded never takes a page down. */
export type HealthAnswer = 'up' | 'degraded' | { status: 'up' | 'degraded'; [detail: string]: unknown };

/** Marks a provider as a contributor, so that a library can make one without importing this library. */
export const healthMark = Symbol.for('academies.health');

/** A named part of a service that reports its state on /health/ready. */
export interface HealthContributor {
  readonly [healthMark]: true;
  readonly name: string;
  readonly check: () => Promise<HealthAnswer>;
}

/**
 * A provider that reports on /health/ready: `healthCheck('search', async () => 'up')`, or with what it needs:
 * `healthCheck('relay', async (relay) => relay.health(), [Relay])`.
 */
export function healthCheck<Needed extends unknown[]>(
  name: string,
  check: (...needed: Needed) => Promise<HealthAnswer>,
  inject: InjectionToken[] = [],
): Provider {
  return {
    provide: Symbol(`health ${name}`),
    inject,
    useFactory: (...needed: Needed): HealthContributor => ({ [healthMark]: true, name, check: () => check(...needed) }),
  };
}
