import type { Actor } from './may-manage.ts';
import { mayAssign, mayChangeAddedBy, mayManage, maySaveTasks, runs } from './may-manage.ts';

const project = {
  team: 'london',
  region: 'london',
  assignedTo: { email: 'casey.workwise@education.gov.uk', name: 'Casey' },
} as const;
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
const present = { project, away: undefined };
const absent = { project, away: { standIn: { email: 'Somebody.Else@education.gov.uk', name: 'Else' } } };
const standIn = somebody('caseworker', { email: 'somebody.else@education.gov.uk' });

describe('Who may do what with one project', () => {
  it.each<[string, (of: typeof project, actor: Actor) => boolean, Actor[], Actor[]]>([
    ['manage', (_, actor) => mayManage(present, actor), [assigned, leader, support], [otherLeader, officer, standIn]],
    ['save tasks', (_, actor) => maySaveTasks(present, actor), [assigned, support], [leader, officer, standIn]],
    ['assign', mayAssign, [leader, officer, support], [assigned, otherLeader, otherOfficer, colleague]],
    ['correct added by', mayChangeAddedBy, [leader, support], [assigned, officer, otherLeader, colleague]],
  ])('%s', (_, may, those, others) => {
    expect(those.filter((actor) => !may(project, actor))).toEqual([]);
    expect(others.filter((actor) => may(project, actor))).toEqual([]);
  });

  it('an officer assigns in the own region, whoever runs the project there', () =>
    expect(mayAssign({ team: 'regional_casework_services', region: 'london' }, officer)).toBe(true));

  it('a project that nobody has is nobody’s, and one without a team has no leader', () => {
    const unassigned = { ...project, assignedTo: null };
    expect(mayManage({ ...present, project: unassigned }, assigned)).toBe(false);
    expect(mayManage({ ...absent, project: unassigned }, standIn)).toBe(false);
    const withoutTeam = { ...unassigned, team: null };
    expect(mayManage({ ...present, project: withoutTeam }, { ...leader, team: undefined })).toBe(false);
  });

  it('who stands in for an absent person may what that person may, who still may it too', () => {
    for (const may of [runs, mayManage, maySaveTasks])
      expect([standIn, assigned, colleague].map((actor) => may(absent, actor))).toEqual([true, true, false]);
    expect(runs({ project, away: { standIn: null } }, standIn)).toBe(false);
  });
});
