import type { PreparedProject } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import type { EntityManager } from '@mikro-orm/postgresql';
import { brokenNow, type CheckContext } from '../handover-status/handover-facts.ts';
import { openElsewhere } from './open-elsewhere.ts';

/**
 * Everything that stands against an approval: the rules of the handover and, for a project that was declined or withdrawn
 * and is approved later, another project that took the school meanwhile (domain/prepare.md, "Starting a project").
 */
export async function checkProject(
  em: EntityManager,
  project: PreparedProject,
  context: CheckContext,
): Promise<BrokenRule[]> {
  const broken = await brokenNow(em, project, context);
  if (project.status !== 'declined' && project.status !== 'withdrawn') return broken;
  const urns = project.academies.map(({ urn }) => urn);
  return [...broken, ...(await openElsewhere(em, urns, project.id))];
}
