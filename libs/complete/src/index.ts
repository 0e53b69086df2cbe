export { addContact, type NewContact } from './contacts/add-contact.ts';
export { confirmDate } from './dates/confirm-date.ts';
export { addHandoverDetails, type HandoverDetails } from './handover/add-handover-details.ts';
export { confirmed, created, discarded, heldUp, rejected, type SetAside } from './handover/answers.ts';
export { type Arrival, toArrivals } from './handover/arrival.ts';
export { factsOf } from './handover/facts-of.ts';
export { judge, type Judgement, mayLackRegister, type Met } from './handover/judge.ts';
export type { LookUps, ProjectOf } from './handover/look-ups.ts';
export { preparedCase, type PreparedCase } from './handover/prepared-case.ts';
export { receiveAcademyOrderDate } from './handover/receive-academy-order-date.ts';
export { foldersOf, type SharePoint } from './handover/share-point.ts';
export { takeOver, type Taking } from './handover/take-over.ts';
export { assignProject } from './projects/assign-project.ts';
export { aboutProject } from './projects/complete-event.ts';
export { completeProject } from './projects/complete-project.ts';
export { deleteProject } from './projects/delete-project.ts';
export { holdProject, resumeProject } from './projects/hold-project.ts';
export { type CompletionFacts, type Missing, missingForCompletion } from './projects/missing-for-completion.ts';
export { dayOf, type Occasion } from './projects/occasion.ts';
export { reopenProject } from './projects/reopen-project.ts';
export { revokeDao } from './projects/revoke-dao.ts';
export { isLiving, livingStates } from './projects/states.ts';
export { answerTask, type TaskAnswer } from './tasks/answer-task.ts';
export type { TaskField } from './tasks/field.ts';
export { answersTo, type ListedTask, taskList, taskNamed, tasksOf } from './tasks/task-list.ts';
export { type TaskStatus, taskStatus, taskStatuses } from './tasks/task-status.ts';
export type { Task } from './tasks/task.ts';
export { CompleteDatabase } from './database/complete-database.module.ts';
export { type MoreTables, openCompleteDatabase } from './database/open-database.ts';
export { sql } from './database/sql.ts';
export * from './database/tables.ts';
export { type BatchKeys, keysOf } from './handover-batch/batch-keys.ts';
export { HandoverBatch, type Judging, type RegisterLookUps } from './handover-batch/handover-batch.ts';
export { ProjectsInHand } from './handover-batch/projects-in-hand.ts';
export {
  countOpenRejections,
  openRejections,
  type OpenRejection,
  type Rejection,
  type Settlement,
  settlements,
} from './rejections/rejections.ts';
