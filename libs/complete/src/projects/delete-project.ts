import { changed, type CompleteProject, CompleteProjectDeleted, refused, type Verdict } from '@academies/contracts';
import { aboutProject } from './complete-event.ts';
import type { Occasion } from './occasion.ts';

/** A soft delete, from any state; Prepare may hand over again (domain/complete.md, "States"). */
export const deleteProject = (project: CompleteProject, { by }: Occasion): Verdict =>
  project.state === 'deleted'
    ? refused('The project is deleted already')
    : changed(aboutProject(CompleteProjectDeleted, { project: { ...project, state: 'deleted' }, by }));
