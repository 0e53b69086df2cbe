import { comparableSeat, type Constituency, type Establishment } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Say } from './importing.ts';

const shown = 20;

const seatsSql = `select distinct state -> 'constituency' as seat from register_record where kind = 'establishments'`;
const membersSql = `select state as seat from register_record where kind = 'constituencies'`;

/** Tells of seats of schools that no row of members matches, by code or name: their schools' letters reach nobody. */
export async function tellEmptySeats(em: EntityManager, say: Say): Promise<void> {
  const members = await em.execute<{ seat: Constituency }[]>(membersSql);
  if (members.length === 0) return;
  const known = new Set(members.flatMap(({ seat: { code, name } }) => [code, comparableSeat(name)]));
  const seats = await em.execute<{ seat: Establishment['constituency'] }[]>(seatsSql);
  const lacking = seats.flatMap(({ seat: { code, name } }) =>
    name === null || known.has(code) || known.has(comparableSeat(name)) ? [] : [name],
  );
  const names = [...new Set(lacking)].sort();
  if (names.length === 0) return;
  const more = names.length > shown ? ` and ${names.length - shown} more` : '';
  say(`constituencies: no member of parliament is known for ${names.slice(0, shown).join('; ')}${more}`);
}
