import { Session } from '@academies/database';

/** Asks a database one question. */
export const ask = <Row>(url: string, statement: string, parameters: unknown[] = []): Promise<Row[]> =>
  Session.use(url, 'tests', (session) => session.all<Row>(statement, parameters));

/** One number out of a database. */
export const count = async (url: string, sql: string): Promise<number> => {
  const [row] = await ask<{ count: string }>(url, `select count(*) from (${sql}) as counted`);
  return Number(row?.count);
};
