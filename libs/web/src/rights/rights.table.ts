import { roles, type Role } from '@academies/contracts';

const everyone = roles.names;
const preparers: readonly Role[] = ['delivery_officer', 'service_support'];
const runners: readonly Role[] = ['regional_delivery_officer', 'caseworker', 'team_leader', 'service_support'];
const exporters: readonly Role[] = ['data_consumer', 'business_support', 'team_leader', 'service_support'];

/**
 * Who may do what (docs/domain/README.md). A right here lets a role through the door; which project it may touch
 * (the assigned person, the own team, the own region) is for the service to say.
 */
export const rightsTable = {
  'read-prepare': everyone,
  'edit-prepare': preparers,
  decide: preparers,
  'delete-prepare-project': preparers,
  'read-complete': everyone,
  'read-handover-list': ['delivery_officer', ...runners],
  'add-handover-details': ['regional_delivery_officer', 'service_support'],
  'save-task': runners,
  'manage-project': runners,
  'write-notes': ['delivery_officer', ...runners],
  assign: ['team_leader', 'regional_delivery_officer', 'service_support'],
  'service-support': ['service_support'],
  exports: exporters,
  'prepare-reports': ['delivery_officer', ...exporters],
  'by-month': everyone,
} as const satisfies Record<string, readonly Role[]>;

/** A right that a route can need. */
export type Right = keyof typeof rightsTable;

/** May somebody with these roles do this? Several roles add up; no role, no right. */
export function may({ roles }: { roles: readonly Role[] }, right: Right): boolean {
  const holders: readonly Role[] = rightsTable[right];
  return roles.some((role) => holders.includes(role));
}
