import { changed, type CompleteProject, type IsoDate, type Person, type CommandResult } from '@academies/contracts';
import { changeProject } from '../project/change-project.ts';

/** Prepare set or changed the academy order date of a conversion; it is read-only here (docs/domain/complete.md). */
export const applyAcademyOrderDate = (
  project: CompleteProject,
  { date, by }: { date: IsoDate; by: Person },
): CommandResult<CompleteProject> =>
  project.state === 'deleted' || project.kind !== 'conversion'
    ? changed(project)
    : changeProject(project, { academyOrderDate: date }, by);
