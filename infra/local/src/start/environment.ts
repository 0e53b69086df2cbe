import path from 'node:path';
import { root } from '../settings/settings.ts';
import { databaseUrl, type Service } from './services.table.ts';

/** What Node has compiled once it need not compile again: a service starts a third sooner. */
const compileCache = path.join(root, '.local/compile-cache');

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
    NODE_COMPILE_CACHE: compileCache,
    KAFKA_BROKERS: brokers.join(','),
    DATABASE_URL: service?.database ? databaseUrl(server, service.database) : server,
    ...(service && { PORT: String(service.port) }),
  };
}
