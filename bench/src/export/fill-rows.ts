import pg from 'pg';

/** The table of rows that files are made from today. */
export async function rowTable(url: string): Promise<string> {
  return asking(url, async (client) => {
    const { rows } = await client.query<{ build: string }>('select build from read_model where current');
    const build = rows[0]?.build ?? '';
    return `model_${build}.row_${build}`;
  });
}

/** The same as the file: every column of the dictionary, in its order; not the line that is made of them. */
export async function sameRows(url: string, table: string): Promise<string> {
  return asking(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and attname <> 'line_of_file' order by attnum`,
    );
    return `select ${rows.map(({ name }) => name).join(', ')} from ${table} order by significant_date, school_urn, project_reference`;
  });
}

/** Copies the demo's rows under new keys until there are so many: widths and values are as in life. */
export async function fillRows(url: string, table: string, wanted: number): Promise<void> {
  await asking(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and attname <> 'project_reference'`,
    );
    const others = rows.map(({ name }) => name).join(', ');
    await client.query(
      `insert into ${table} (project_reference, ${others})
       select project_reference || '-' || turn, ${others} from ${table}, generate_series(1, $1) as turn
       limit $1 - (select count(*) from ${table})`,
      [wanted],
    );
    await client.query(`vacuum analyze ${table}`);
  });
}

/** A connection for one piece of work. */
export async function asking<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}
