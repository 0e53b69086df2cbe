import { isGoneSql } from '@academies/register';

/** The day from which a school may close because of its project: registers close it on the last day before. */
const earliest = `(p.significant_date::date - interval '1 month')::date::text`;

/** It closed before its project could have closed it, or its project gives it no new record. */
export const schoolIsGone = `
  (e.status_code = '2' and (l.has_academy_urn is null or coalesce(e.state ->> 'closeDate' < ${earliest}, true)))`;

/** Closed, or not in the register at all: its UKPRN may have changed there. */
export const incomingIsGone = isGoneSql('p.incoming_trust_ukprn');

/** A trust may close when its last academy has left. */
export const outgoingIsGone = `
  (${isGoneSql('p.outgoing_trust_ukprn')}
   and not exists (select from register_trust closed
                    where closed.ukprn = p.outgoing_trust_ukprn and closed.state ->> 'closedDate' >= ${earliest}))`;

const living = `p.state in ('inactive', 'active')`;

/**
 * The ids of living projects whose school or trust the register closed or replaced under them. One question each: asked
 * together, every project would be joined to its school.
 */
export const replacedSql = `
  select p.id from register_establishment e
    join project p on p.urn = e.urn
    join project_listing l on l.project_id = p.id
   where e.status_code = '2' and ${living} and ${schoolIsGone}
  union all
  select p.id from project p where ${living} and ${incomingIsGone}
  union all
  select p.id from project p where ${living} and ${outgoingIsGone}`;
