export { asksForAcademyUrn, enterAcademyUrn } from './about/academy-urn.ts';
export { correctTrusts } from './about/correct-trusts.ts';
export { changeGroup, changeSharePoint, changeTwoRequiresImprovement, enterTrustUkprn } from './about/change-facts.ts';
export {
  chooseKeyContact,
  deleteContact,
  type KeyContact,
  keyContactsOf,
  organisationsWithPrimary,
  saveContact,
} from './contacts/contacts.ts';
export { changeDate, dateReasonsFor, dateWarnings, whyNotThatDate } from './dates/change-date.ts';
export { confirmDate } from './dates/confirm-date.ts';
export {
  addHandoverDetails,
  type HandoverDetails,
  isOfOtherRegion,
  problemsOf,
} from './handover/add-handover-details.ts';
export { confirmed, created, discarded, heldUp, rejected, type SetAside } from './handover/answers.ts';
export {
  type AcademyApproval,
  academyApprovals,
  type CorrectedTrusts,
  type PreparedCase,
  preparedCase,
} from './handover/academy-approval.ts';
export { foldersOf, type SharePoint } from './handover/share-point.ts';
export { newProject } from './handover/new-project.ts';
export { changesBetween } from './history/changes-between.ts';
export { type HistoryChange, type HistoryKind, historyKinds } from './history/history-line.ts';
export { type Absence, lasts, mayEnterAbsence, wrongWithAbsence } from './people/absence.ts';
export { type Away, awayToday } from './people/away-today.ts';
export { completesErasing, stillNeeded } from './people/completes-erasing.ts';
export { eventAbout } from './project/change-project.ts';
export {
  type Actor,
  isAssignedTo,
  mayAssign,
  mayChangeAddedBy,
  mayManage,
  maySaveTasks,
  maySupport,
  runs,
} from './project/may-manage.ts';
export {
  assignProject,
  changeAddedBy,
  completeProject,
  deleteProject,
  handToTeam,
  holdProject,
  reopenProject,
  resumeProject,
  revokeDao,
} from './lifecycle/lifecycle.ts';
export { type CompletionFacts, type Missing, missingForCompletion } from './lifecycle/missing-for-completion.ts';
export { editLocalAuthority } from './local-authorities/edit-local-authority.ts';
export { isLiving, livingStates } from './project/change-project.ts';
export { answersTo } from './project/task-answers.ts';
export { answerTask, type AnswerTask, whyNoAnswer } from './tasks/answer-task.ts';
export { answerInWords, questionOf } from './tasks/answer-in-words.ts';
export { isContact } from './tasks/task/commands.ts';
export { type ListedTask, taskList, taskNamed, tasksOf } from './tasks/task-list.ts';
export { isFilled, type TaskStatus, taskStatus, taskStatuses, valuesOf } from './tasks/task-status.ts';
export { type Task, type TaskAnswer, waitingForField } from './tasks/task/task.ts';
export { completeDatabase } from './database/complete-database.ts';
export * from './database/tables.ts';
export { BatchProjects, keysOf, tryHoldSchool } from './handover/batch-projects.ts';
export { completeCounts, servicesHeard } from './services/services-heard.ts';
export { HandoverBatch, type RegisterLookUps } from './handover/handover-batch.ts';
export {
  countOpenRejections,
  openRejections,
  type OpenRejection,
  type Rejection,
  type Settlement,
  settlements,
} from './handover/rejected-handovers.ts';
