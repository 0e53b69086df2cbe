import type { HandoverState, PreparedProject, Region } from '@academies/contracts';
import { trustNames } from '@academies/register';

/** A project on a list. */
export interface ListedProject {
  readonly id: string;
  readonly state: PreparedProject;
  readonly academies: readonly {
    readonly urn: string;
    readonly name: string | null;
    readonly authority: string | null;
    readonly region: Region | null;
    readonly handover: HandoverState;
  }[];
  readonly incomingTrust: string | null;
  readonly outgoingTrust: string | null;
}

/** What lists show of a project: it and its schools and trusts, as the register has them now. */
const shown = `
  select p.id, p.state, schools.academies, coalesce(incoming.name, p.incoming_name) as "incomingTrust",
         outgoing.name as "outgoingTrust"
    from page l
    join project p on p.id = l.project_id
    cross join lateral (
      select jsonb_agg(jsonb_build_object('urn', a.urn, 'name', e.name, 'authority', e.local_authority_name,
                                          'region', e.region, 'handover', a.handover_state) order by a.position) as academies
        from project_academy a
        left join register_establishment e on e.urn = a.urn
       where a.project_id = p.id) as schools
    ${trustNames('p.incoming_ukprn', 'p.outgoing_ukprn')}`;

export const listedProjects = { table: 'project_listing', key: 'project_id', shown };
