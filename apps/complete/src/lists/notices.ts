import { sql } from '@academies/complete';
import type { Team } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What team leaders are told: how many projects came and wait for somebody, and when the newest did. */
export interface Notices {
  readonly count: number;
  readonly newest: Date;
}

const noticesSql = `
  select count(*)::int as count, max(n.told_at) as newest
    from team_notice n join project p on p.id = n.project_id
   where n.team = $1 and p.state = 'active' and p.assigned_to is null`;

export async function noticesFor(em: EntityManager, team: Team): Promise<Notices | null> {
  const [notices] = await sql<Notices>(em, noticesSql, [team]);
  return notices && notices.count > 0 ? notices : null;
}
