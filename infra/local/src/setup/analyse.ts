import pg from 'pg';

/** Tells PostgreSQL how full its tables are: its own look comes a minute later, and until then plans are slow ones. */
export async function analyse(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('analyze').finally(() => client.end());
}
