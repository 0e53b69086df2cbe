import type { Team } from '@academies/contracts';
import type { Asked, Visitor } from '@academies/lists';

/** Whether somebody assigns projects of the team that a list shows; which project, the rule says again when it is saved. */
export const mayAssignFor = ({ roles, team }: Visitor, { filters }: Asked): boolean =>
  roles.includes('service_support') ||
  ((roles.includes('team_leader') || roles.includes('regional_delivery_officer')) &&
    team === (filters['team'] as Team));
