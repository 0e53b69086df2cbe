import { isGoneSql } from '@academies/register';

const trustWith = (ukprn: string) => `
  (select state from register_trust where ukprn = ${ukprn} and standing is not null
    order by standing, length(group_uid) desc, group_uid desc limit 1)`;

/** What the register says now of the few rows of a page; each part only where it is gone. */
export const replacedShown = `
  select p.document as project, e.name as school,
         case when l.school_is_gone then e.state end as "closedSchool",
         (select state from register_establishment s
           where l.school_is_gone and s.local_authority_code = e.local_authority_code and s.urn <> e.urn
             and s.establishment_number = e.establishment_number and s.status_code in ('1', '3', '4')
           order by s.urn desc limit 1) as "newSchool",
         l.incoming_is_gone as "incomingIsGone", ${trustWith('p.incoming_trust_ukprn')} as "closedIncoming",
         (select state from register_trust t
           where l.incoming_is_gone and t.ukprn is not null and not ${isGoneSql('t.ukprn')}
             and (t.trn = p.incoming_trust_trn
                  or t.companies_house_number = ${trustWith('p.incoming_trust_ukprn')} ->> 'companiesHouseNumber')
           order by standing, length(group_uid) desc, group_uid desc limit 1) as "newIncoming",
         l.outgoing_is_gone as "outgoingIsGone", ${trustWith('p.outgoing_trust_ukprn')} as "closedOutgoing"
    from page l
    join project p on p.id = l.project_id
    left join register_establishment e on e.urn = p.urn`;
