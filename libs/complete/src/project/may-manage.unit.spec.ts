import type { Actor } from './may-manage.ts';
import { mayAssign, mayChangeAddedBy, mayManage } from './may-manage.ts';

const project = {
  team: 'london',
  region: 'london',
  assignedTo: { email: 'casey.workwise@education.gov.uk', name: 'Casey' },
} as const;
const unassigned = { ...project, assignedTo: null };
const somebody = (role: Actor['roles'][number], more: Partial<Actor> = {}): Actor => ({
  email: 'somebody@education.gov.uk',
  name: 'Somebody',
  roles: [role],
  ...more,
});
const assigned = somebody('caseworker', { email: 'Casey.Workwise@EDUCATION.gov.uk' });
const leader = somebody('team_leader', { team: 'london' });
const otherLeader = somebody('team_leader', { team: 'south_west' });
const officer = somebody('regional_delivery_officer', { team: 'london' });
const otherOfficer = somebody('regional_delivery_officer', { team: 'south_west' });
const support = somebody('service_support');
const colleague = somebody('caseworker', { team: 'london' });

describe('Who may do what with one project', () => {
  it.each([
    ['manage', mayManage, [assigned, leader, support], [otherLeader, officer, colleague]],
    ['assign', mayAssign, [leader, officer, support], [assigned, otherLeader, otherOfficer, colleague]],
    ['correct added by', mayChangeAddedBy, [leader, support], [assigned, officer, otherLeader, colleague]],
  ])('%s', (_, may, those, others) => {
    expect(those.filter((actor) => !may(project, actor))).toEqual([]);
    expect(others.filter((actor) => may(project, actor))).toEqual([]);
  });

  it('an officer assigns in the own region, whoever runs the project there', () =>
    expect(mayAssign({ team: 'regional_casework_services', region: 'london' }, officer)).toBe(true));

  it('a project that nobody has is nobody’s, and one without a team has no leader', () => {
    expect(mayManage(unassigned, assigned)).toBe(false);
    expect(mayManage({ ...unassigned, team: null }, { ...leader, team: undefined })).toBe(false);
  });
});
