import { LocalAuthorityRow } from '@academies/complete';
import type { CompleteProject, Contact } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v5 } from 'uuid';
import type { AboutProject } from './about-project.ts';

/** Who leads children's services in a project's local authority: kept there, shown on all its projects (docs/domain/complete.md, "Contacts"). */
export interface Director {
  readonly name: string;
  readonly role: string;
  readonly email: string | null;
  readonly authority: string;
}

/** The director of the local authority that the school is in, if one is known. */
export async function directorOf(em: EntityManager, { school }: AboutProject): Promise<Director | null> {
  const code = school?.localAuthority.code?.padStart(3, '0');
  const authority = code ? (await em.findOne(LocalAuthorityRow, { code }))?.document : undefined;
  const director = authority?.directorOfChildrensServices;
  if (!authority || !director) return null;
  return { ...director, role: director.role ?? "Director of children's services", authority: authority.name };
}

const namespace = '01999c5e-7a10-5c3e-9b1a-3f0c5d2e8a77';

/** The director as a contact of one project; always with the same id there, so that nobody is added twice. */
export const directorAsContact = ({ id }: CompleteProject, { name, role, email, authority }: Director): Contact => ({
  id: v5(`${id}/${name}`, namespace),
  category: 'local_authority',
  name,
  role,
  organisation: authority,
  email,
  phone: null,
  primary: false,
});
