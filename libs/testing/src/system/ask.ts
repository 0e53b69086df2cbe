import pg from 'pg';

/** Asks a database one question. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query<Row>(sql, values).finally(() => client.end())).rows;
}

/** One number out of a database. */
export const count = async (url: string, sql: string): Promise<number> => {
  const [row] = await ask<{ count: string }>(url, `select count(*) from (${sql}) as counted`);
  return Number(row?.count);
};
