import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type HealthAnswer, type HealthContributor, healthMark } from './health-check.ts';
import { WebDatabase } from './web-database.ts';

/** What /health/ready says. */
export interface ReadinessReport {
  readonly status: 'up' | 'degraded' | 'down' | 'stopping';
  readonly checks: Record<string, HealthAnswer | 'down'>;
}

const isContributor = (one: unknown): one is HealthContributor =>
  typeof one === 'object' && one !== null && healthMark in one;

/** Ready means that the database answers and no stop has begun; all else is reported as degraded at most. */
@Injectable()
export class Readiness {
  private stopping = false;

  constructor(
    private readonly modules: ModulesContainer,
    private readonly database: WebDatabase,
  ) {}

  /** From now on nobody new should be sent here. */
  stop(): void {
    this.stopping = true;
  }

  async report(): Promise<ReadinessReport> {
    const [database, checks] = await Promise.all([this.database.answers(), this.contributions()]);
    const degraded = Object.values(checks).some((answer) => statusOf(answer) === 'degraded');
    const status = this.stopping ? 'stopping' : !database ? 'down' : degraded ? 'degraded' : 'up';
    return { status, checks: { database: database ? 'up' : 'down', ...checks } };
  }

  private async contributions(): Promise<Record<string, HealthAnswer>> {
    const answers = this.contributors().map(async ({ name, check }) => [name, await inTime(check)] as const);
    return Object.fromEntries(await Promise.all(answers));
  }

  private contributors(): HealthContributor[] {
    const instances = [...this.modules.values()].flatMap(({ providers }) =>
      [...providers.values()].map(({ instance }) => instance as unknown),
    );
    return [...new Set(instances.filter(isContributor))];
  }
}

const statusOf = (answer: HealthAnswer): string => (typeof answer === 'string' ? answer : answer.status);

/** A contributor that fails or hangs is degraded and takes nobody with it. */
async function inTime(check: () => Promise<HealthAnswer>): Promise<HealthAnswer> {
  const late = new Promise<HealthAnswer>((resolve) =>
    setTimeout(resolve, 2_000, { status: 'degraded', reason: 'No answer within 2 seconds' }).unref(),
  );
  const asked = Promise.resolve()
    .then(check)
    .catch((error: unknown): HealthAnswer => ({
      status: 'degraded',
      reason: error instanceof Error ? error.message : String(error),
    }));
  return Promise.race([asked, late]);
}
