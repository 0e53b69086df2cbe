import { localSettings } from '@academies/local';
import pg from 'pg';

/** The versions that the figures depend on. */
export async function versions(): Promise<string> {
  const client = new pg.Client({ connectionString: localSettings().DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version').finally(() => client.end());
  return `Node ${process.versions.node}, PostgreSQL ${rows[0]?.server_version.split(' ')[0]}, Kafka 4.3.0`;
}
