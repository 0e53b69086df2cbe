import { PermanentError } from '@academies/contracts';
import { Session } from './session.ts';

const pid = async (session: Session): Promise<unknown> => (await session.all('select pg_backend_pid()'))[0];

/**
 * Refuses an address behind which several clients take turns on one connection, as a pooler in transaction mode does. A lock
 * of a leader would then be everybody's, and what one asks of the connection would hold for another (issue 13, number 7).
 * Such a pooler gives the connection of somebody who has nothing open to the next who begins something.
 */
export const refuseSharedConnections = (url: string): Promise<void> =>
  Session.use(url, 'own connection', (one) =>
    Session.use(url, 'own connection', async (other) => {
      const before = await pid(one);
      const during = await other.inTransaction(() => pid(other));
      if (JSON.stringify(before) === JSON.stringify(during))
        throw new PermanentError(
          'DATABASE.SHARED_CONNECTIONS',
          'DATABASE_URL leads to a connection pooler in transaction mode, where locks do not hold. Give the address of PostgreSQL itself, or of a pooler in session mode',
        );
    }),
  );
