import { changed, type CompleteProject, type IsoDate, type Person, type Verdict } from '@academies/contracts';
import { changeProject } from '../projects/change-project.ts';

/** Prepare set or mended the academy order date of a conversion; it is read-only here (domain/complete.md). */
export const receiveAcademyOrderDate = (
  project: CompleteProject,
  { date, by }: { date: IsoDate; by: Person },
): Verdict =>
  project.state === 'deleted' || project.kind !== 'conversion'
    ? changed()
    : changeProject(project, { academyOrderDate: date }, by);
