import type { Establishment, PreparedProject } from '@academies/contracts';
import { establishmentsByUrn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { StoredProject } from './project.repository.ts';

/** What every page of a project needs: which one it is, and what is seen of it. */
export interface Heading {
  readonly project: { readonly id: string; readonly name: string; readonly kind: PreparedProject['kind'] };
}

/** A project by the name of its school, or of its first academy and how many others there are. */
export function nameOf({ academies, id }: PreparedProject, schools: ReadonlyMap<string, Establishment>): string {
  const [first, ...others] = academies.map(({ urn }) => schools.get(urn)?.name ?? `School with the URN ${urn}`);
  if (!first) return `Project ${id}`;
  return others.length === 0 ? first : `${first} and ${others.length} ${others.length === 1 ? 'other' : 'others'}`;
}

export async function headingOf(em: EntityManager, { facts }: StoredProject): Promise<Heading> {
  const schools = await establishmentsByUrn(
    em,
    facts.academies.map(({ urn }) => urn),
  );
  return { project: { id: facts.id, name: nameOf(facts, schools), kind: facts.kind } };
}
