import { Session } from '@academies/database';

/** Tells PostgreSQL how full its tables are: its own look comes a minute later, and until then plans are slow ones. */
export const analyse = (url: string): Promise<unknown> =>
  Session.use(url, 'setup', (session) => session.all('analyze'));
