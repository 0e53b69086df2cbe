import { databaseUrl, type Service } from './services.table.ts';

/** What a process of ours is told: its own database, the brokers, its port. Without a service: the server as a whole. */
export function environmentFor(
  service: Service | undefined,
  { databaseUrl: server, brokers }: { databaseUrl: string; brokers: readonly string[] },
  environment: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  // The proxy is for downloads; the services speak to each other on this machine.
  const { NODE_USE_ENV_PROXY: _, NODE_OPTIONS: __, ...inherited } = environment;
  return {
    ...inherited,
    NODE_ENV: 'development',
    KAFKA_BROKERS: brokers.join(','),
    DATABASE_URL: service?.database ? databaseUrl(server, service.database) : server,
    ...(service && { PORT: String(service.port) }),
  };
}
