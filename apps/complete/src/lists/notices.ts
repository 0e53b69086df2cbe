import { sql } from '@academies/database';
import type { Asked } from '@academies/lists';
import { inWords, type SignedInUser } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';

const noticesSql = `
  select count(*)::int as count, max(n.told_at) as newest
    from team_notice n join project_listing l on l.project_id = n.project_id
   where n.team = $1 and l.state = 'active' and l.assigned_to is null`;

/** What leaders are told on the list of their team: how many projects came and wait for somebody, and when the newest did. */
export async function noticesFor(em: EntityManager, asked: Asked, user: SignedInUser): Promise<string | undefined> {
  const team = asked.filters['team'];
  if (!user.roles.includes('team_leader') || user.team !== team) return undefined;
  const [notices] = await sql<{ count: number; newest: Date }>(em, noticesSql, [team]);
  if (!notices?.count) return undefined;
  const [were, wait] = notices.count > 1 ? [`${notices.count} projects were`, 'wait'] : ['1 project was', 'waits'];
  return `${were} handed over to your team and ${wait} for somebody. The newest came on ${inWords.dateTime(notices.newest)}.`;
}
