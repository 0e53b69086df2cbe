import { AcademyOrderDatePage } from './dates/academy-order-date.page.ts';
import { DateReasonsPage } from './dates/date-reasons.page.ts';
import { ProposedDatePage } from './dates/proposed-date.page.ts';
import { ProposedDecisionDatePage } from './dates/proposed-decision-date.page.ts';
import { CheckDecisionPage } from './decisions/check-decision.page.ts';
import { DecisionRecordedPage } from './decisions/decision-recorded.page.ts';
import { DecisionStepPage } from './decisions/decision-step.page.ts';
import { HandOverPage } from './handover-status/hand-over.page.ts';
import { RemoveAcademyPage } from './handover-status/remove-academy.page.ts';
import { ListPage } from './lists/list.page.ts';
import { AssignedToPage } from './people/assigned-to.page.ts';
import { CasePage } from './projects/case.page.ts';
import { ChooseSchoolPage } from './projects/choose-school.page.ts';
import { DeleteProjectPage } from './projects/delete-project.page.ts';
import { NotePage } from './projects/note.page.ts';
import { ProjectPage } from './projects/project.page.ts';
import { AcademiesPage, SchoolPage } from './projects/school.page.ts';
import { TransferReasonsPage } from './projects/transfer-reasons.page.ts';
import { StartAcademiesPage } from './start-project/academies.page.ts';
import { StartCheckPage } from './start-project/check.page.ts';
import { StartDetailsPage } from './start-project/details.page.ts';
import { StartSchoolPage } from './start-project/school.page.ts';
import { StartPage } from './start-project/start.page.ts';
import { StartTakenPage } from './start-project/taken.page.ts';
import { ChooseIncomingTrustPage } from './trusts/choose-incoming-trust.page.ts';
import { ChooseOutgoingTrustPage } from './trusts/choose-outgoing-trust.page.ts';
import { GroupPage } from './trusts/group.page.ts';
import { IncomingTrustPage } from './trusts/incoming-trust.page.ts';
import { NewTrustPage } from './trusts/new-trust.page.ts';
import { OutgoingTrustPage } from './trusts/outgoing-trust.page.ts';

/** Every page. Where two addresses could match, the one that says more comes first. */
export const pages = [
  ListPage,
  ProjectPage,
  CheckDecisionPage,
  DecisionRecordedPage,
  DecisionStepPage,
  HandOverPage,
  RemoveAcademyPage,
  SchoolPage,
  ChooseSchoolPage,
  AcademiesPage,
  IncomingTrustPage,
  ChooseIncomingTrustPage,
  NewTrustPage,
  OutgoingTrustPage,
  ChooseOutgoingTrustPage,
  GroupPage,
  AssignedToPage,
  ProposedDecisionDatePage,
  ProposedDatePage,
  DateReasonsPage,
  AcademyOrderDatePage,
  TransferReasonsPage,
  CasePage,
  NotePage,
  DeleteProjectPage,
  StartPage,
  StartTakenPage,
  StartSchoolPage,
  StartAcademiesPage,
  StartDetailsPage,
  StartCheckPage,
];
