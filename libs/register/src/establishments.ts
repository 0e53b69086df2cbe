import type { Establishment } from '@academies/contracts';
import type { EntityManager, FilterQuery, InferEntity } from '@mikro-orm/postgresql';
import { EstablishmentCopy } from './tables.ts';

/** The school or academy with this URN, or undefined when the register has none. */
export async function establishmentByUrn(em: EntityManager, urn: string): Promise<Establishment | undefined> {
  return (await establishmentsByUrn(em, [urn])).get(urn);
}

/** Many at once, by URN; those that the register lacks are not in the map. */
export async function establishmentsByUrn(
  em: EntityManager,
  urns: readonly string[],
): Promise<Map<string, Establishment>> {
  const found = await establishmentsWhere(em, { urn: { $in: [...new Set(urns)] } });
  return new Map(found.map((school) => [school.urn, school]));
}

/** Schools and academies by what their columns say, in the order of their URN. */
export async function establishmentsWhere(
  em: EntityManager,
  where: FilterQuery<InferEntity<typeof EstablishmentCopy>>,
): Promise<Establishment[]> {
  const copies = await em.find(EstablishmentCopy, where, {
    fields: ['state'],
    orderBy: { urn: 'asc' },
    disableIdentityMap: true,
  });
  return copies.map(({ state }) => state);
}
