import { completeDatabase } from '@academies/complete';
import type { Role } from '@academies/contracts';
import { openDatabase } from '@academies/database';
import { personas } from '@academies/identity';
import { freshDatabase } from '@academies/testing';
import { savePerson } from './people.ts';

describe('Somebody whom Complete knows', () => {
  it('leads a team for as long as the sign-in says so', async () => {
    const database = await freshDatabase('people');
    const orm = await openDatabase(database.url, completeDatabase);
    const { teamLeader: tilda } = personas;
    const leads = async (...roles: Role[]) => {
      await savePerson(orm.em.fork(), { ...tilda, email: tilda.email.toUpperCase(), roles }, new Date());
      return orm.em.fork().execute('select email, leads from person');
    };
    try {
      expect(await leads('caseworker', 'team_leader')).toEqual([{ email: tilda.email, leads: true }]);
      expect(await leads('caseworker')).toEqual([{ email: tilda.email, leads: false }]);
    } finally {
      await orm.close(true);
      await database.drop();
    }
  });
});
