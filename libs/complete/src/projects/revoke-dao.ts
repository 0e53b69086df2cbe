import { changed, type CompleteProject, DaoRevoked, type IsoDate, refused, type Verdict } from '@academies/contracts';
import { refusedUnlessActive } from './change-project.ts';
import { aboutProject } from './complete-event.ts';
import { dayOf, type Occasion } from './occasion.ts';

/** Revokes the directive academy order of a conversion; Prepare hears of it (domain/complete.md, "DAO revocation"). */
export function revokeDao(project: CompleteProject, { on, ...occasion }: Occasion & { on: IsoDate }): Verdict {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  if (project.directiveAcademyOrder !== true) return refused('The project has no directive academy order');
  if (on > dayOf(occasion)) return refused('The date of the decision must be today or earlier', 'date');
  const revoked: CompleteProject = { ...project, state: 'dao_revoked', daoRevokedOn: on };
  return changed(aboutProject(DaoRevoked, { project: revoked, by: occasion.by }));
}
