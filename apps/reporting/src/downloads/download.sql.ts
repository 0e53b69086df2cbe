/** Every download is on record: who, which, which filters, as of, how it ended (domain/reporting.md). */
export const downloadSql = {
  begin: `
    insert into download (by_email, report, filters, file_name, as_of, position)
    values ($1, $2, $3::jsonb, $4, $5, $6) returning id`,
  end: `
    update download set outcome = $2, rows = $3, bytes = $4, ended_at = clock_timestamp() where id = $1`,
};
