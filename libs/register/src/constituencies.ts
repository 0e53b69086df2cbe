import { comparableSeat, type Constituency } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ConstituencyCopy } from './tables.ts';

/** The constituency with this name (compared, not spelt: the two public files differ). */
export async function constituencyByName(em: EntityManager, name: string): Promise<Constituency | undefined> {
  return (await constituenciesByName(em, [name])).get(name);
}

/** Many at once, by the names asked for; those that the register lacks are not in the map. */
export async function constituenciesByName(
  em: EntityManager,
  names: readonly string[],
): Promise<Map<string, Constituency>> {
  const wanted = [...new Set(names)];
  const copies = await em.find(
    ConstituencyCopy,
    { searchName: { $in: [...new Set(wanted.map(comparableSeat))] } },
    { fields: ['state', 'searchName'], disableIdentityMap: true },
  );
  const known = new Map(copies.map(({ searchName, state }) => [searchName, state]));
  return new Map(
    wanted.flatMap((name) => {
      const found = known.get(comparableSeat(name));
      return found ? [[name, found] as const] : [];
    }),
  );
}
