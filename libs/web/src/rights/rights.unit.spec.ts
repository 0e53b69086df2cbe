import { roles, type Role } from '@academies/contracts';
import { may, type Right, rightsTable } from './rights.table.ts';

const holders = (right: Right): Role[] => roles.names.filter((role) => may({ roles: [role] }, right));

describe('Who may do what (docs/domain/README.md)', () => {
  it.each([
    ['edit-prepare', ['delivery_officer', 'service_support']],
    ['decide', ['delivery_officer', 'service_support']],
    [
      'read-handover-list',
      ['delivery_officer', 'regional_delivery_officer', 'caseworker', 'team_leader', 'service_support'],
    ],
    ['add-handover-details', ['regional_delivery_officer', 'service_support']],
    ['assign', ['regional_delivery_officer', 'team_leader', 'service_support']],
    ['service-support', ['service_support']],
    ['exports', ['team_leader', 'service_support', 'business_support', 'data_consumer']],
    ['prepare-reports', ['delivery_officer', 'team_leader', 'service_support', 'business_support', 'data_consumer']],
    ['write-notes', ['delivery_officer', 'regional_delivery_officer', 'caseworker', 'team_leader', 'service_support']],
  ] as [Right, Role[]][])('%s: %j', (right, expected) => expect(holders(right)).toEqual(expected));

  it('everyone signed in reads Prepare and Complete and takes the file of one month', () => {
    for (const right of ['read-prepare', 'read-complete', 'by-month'] as const)
      expect(holders(right)).toEqual([...roles.names]);
  });

  it('service support may do everything', () => {
    for (const right of Object.keys(rightsTable) as Right[])
      expect(may({ roles: ['service_support'] }, right)).toBe(true);
  });

  it('several roles add up, no role has no right', () => {
    expect(may({ roles: ['caseworker', 'data_consumer'] }, 'exports')).toBe(true);
    expect(may({ roles: [] }, 'read-prepare')).toBe(false);
  });
});
