import { AddHandoverDetailsPage } from './handover-details/add-handover-details.page.ts';
import { CheckProjectPage } from './handover-details/check-project.page.ts';
import { HandoverListPage } from './handover-list/handover-list.page.ts';
import { InProgressPage } from './lists/in-progress.page.ts';
import { StartPage } from './lists/start.page.ts';
import { UnassignedPage } from './lists/unassigned.page.ts';
import { YourProjectsPage } from './lists/your-projects.page.ts';
import { ProjectPage } from './projects/project.page.ts';
import { DeadLettersPage } from './service-support/dead-letters.page.ts';
import { RejectedHandoversPage } from './service-support/rejected-handovers.page.ts';

/** Every page; lists before the project's own page, whose address would take theirs. */
export const pages = [
  StartPage,
  HandoverListPage,
  InProgressPage,
  YourProjectsPage,
  UnassignedPage,
  CheckProjectPage,
  AddHandoverDetailsPage,
  ProjectPage,
  RejectedHandoversPage,
  DeadLettersPage,
];
