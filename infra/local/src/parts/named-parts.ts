import { answers } from '../processes/ports.ts';
import { StartupError } from '../errors/startup-error.ts';

/** A server that the environment names, asked whether it is there. */
export async function namedDatabase(url: string): Promise<string> {
  const { hostname, port } = readUrl(url);
  if (await answers(hostname, Number(port || 5432), 5_000)) return url;
  throw new StartupError(
    `Nobody answers at ${hostname}:${port || 5432}, where DATABASE_URL points.`,
    'Start that PostgreSQL, or unset DATABASE_URL.',
  );
}

/** Brokers that the environment names; one that answers is enough. */
export async function namedBrokers(list: string): Promise<string[]> {
  const brokers = list
    .split(',')
    .map((broker) => broker.trim())
    .filter(Boolean);
  for (const broker of brokers) {
    const [host = '', port] = broker.split(/:(?=\d+$)/);
    if (await answers(host, Number(port ?? 9092), 5_000)) return brokers;
  }
  throw new StartupError(
    `Nobody answers at ${brokers.join(', ')}, where KAFKA_BROKERS points.`,
    'Start that Kafka, or unset KAFKA_BROKERS.',
  );
}

const readUrl = (url: string): URL => {
  try {
    return new URL(url);
  } catch {
    throw new StartupError(
      'DATABASE_URL is not an address.',
      'It looks like postgres://user:password@host:5432/database.',
    );
  }
};
