import type { BrokenRule } from '@academies/handover-rules';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import { openElsewhereSql } from './open-elsewhere.sql.ts';

/** A project that holds a school already. */
export interface OpenElsewhere extends BrokenRule {
  readonly project: string;
}

/** Open projects of Prepare, other than this one, that hold one of the schools; each as a broken rule of the school's page. */
export async function openElsewhere(em: EntityManager, urns: readonly string[], except = ''): Promise<OpenElsewhere[]> {
  const found = await sql<{ id: string; urn: string }>(em, openElsewhereSql, [urns, except]);
  return found.map(({ id, urn }) => ({
    rule: 'no-open-project-in-prepare',
    message: `The school with the URN ${urn} is in project ${id} already`,
    mendedOn: 'school',
    project: id,
  }));
}
