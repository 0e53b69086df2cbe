import {
  addHandoverDetails,
  answerTask,
  assignProject,
  completeProject,
  confirmDate,
  holdProject,
  isContact,
  missingForCompletion,
  revokeDao,
  saveContact,
  type Task,
  tasksOf,
  taskStatus,
} from '@academies/complete';
import {
  type Changed,
  changed,
  type CommandResult,
  type CompleteProject,
  contextAt,
  firstOfMonthAfter,
  type IsoDate,
  type OutboxEvent,
  type Region,
} from '@academies/contracts';
import { inventedAnswers } from './invented-answers.ts';
import { contactsOf } from './contacts-of.ts';
import { daysOn, inTurn, lastDay, momentOf } from './days.ts';
import { casey, officerOf } from './people.table.ts';
import { type Plan, planOf } from './plan.ts';
import { handoverComments, holds, revocation } from './texts.table.ts';

const host = 'educationgovuk.sharepoint.com';

/** What the demo knows beside the project. */
export interface Setting {
  readonly schoolName: string;
  readonly trustInRegister: boolean;
}

/** Tells what happened to a demo project after it arrived, by the same rules as on the pages. */
export function scenarioOf(
  arrived: CompleteProject,
  { schoolName, trustInRegister }: Setting,
): Changed<CompleteProject> {
  const plan = planOf(arrived);
  if (!plan.takenOver) return changed(arrived);
  const events: OutboxEvent[] = [];
  let project = arrived;
  const then = (result: CommandResult<CompleteProject>): void => {
    if (result.problems)
      throw new Error(`Demo project ${arrived.prepareId}: ${result.problems.map(({ message }) => message).join('; ')}`);
    events.push(...result.events);
    project = result.state;
  };
  const officer = officerOf[arrived.region ?? 'london'];
  const { takenOn } = plan;

  then(addHandoverDetails(project, detailsOf(arrived, plan)));
  if (plan.withCasework && plan.assigned)
    then(assignProject(project, { ...contextAt(officer, momentOf(daysOn(takenOn, 2))), to: casey }));
  const by = project.assignedTo ?? officer;
  const confirmedOn = daysOn(takenOn, 14 + (plan.turn % 20));
  const on = (day: IsoDate, hour = 11) => contextAt(by, momentOf(day, hour));

  if (plan.hasContacts)
    for (const one of contactsOf(project, plan.turn)) then(saveContact(project, { ...on(confirmedOn), ...one }));
  if (plan.dateConfirmed) {
    const date = plan.turn % 6 === 4 ? firstOfMonthAfter(project.provisionalDate, 1) : project.provisionalDate;
    then(confirmDate(project, { ...on(confirmedOn, 14), date }));
  }
  const academyName = `${schoolName.replace(/ (Primary|Infant|Junior|Community|High)? ?School$/, '')} Academy`;
  const answer = (task: Task, day: IsoDate) =>
    then(
      answerTask(project, {
        ...on(day, 15),
        task: task.name,
        answers: inventedAnswers(task, { day, turn: plan.turn, academyName }),
      }),
    );
  for (const task of tasksDone(project, plan)) answer(task, daysOn(confirmedOn, 7));

  const ends = { today: lastDay, trustInRegister };
  const opened = project.dateConfirmed && project.significantDate <= lastDay;
  if (plan.revoked) then(revokeDao(project, { ...on(lastDay), on: daysOn(takenOn, 30), ...revocation }));
  else if (plan.onHold) then(holdProject(project, { ...on(daysOn(takenOn, 40)), reason: inTurn(holds, plan.turn) }));
  else if (plan.completed && opened && trustInRegister) {
    for (const { fixOn } of missingForCompletion(project, ends)) {
      const task = tasksOf[project.kind].find(({ name }) => name === fixOn);
      if (task) answer(task, project.significantDate);
    }
    then(completeProject(project, { ...on(lastDay), trustInRegister }));
  }
  return changed(project, ...events);
}

/** The handover as a regional delivery officer tells it. */
function detailsOf({ urn, kind, region, incomingTrust, outgoingTrustUkprn }: CompleteProject, plan: Plan) {
  const own: Region = region ?? 'london';
  const link = (folder: string | null) => `https://${host}/sites/${folder}`;
  return {
    ...contextAt(officerOf[own], momentOf(plan.takenOn)),
    withCasework: plan.withCasework,
    comments: plan.withCasework || plan.turn % 4 === 0 ? inTurn(handoverComments, plan.turn) : null,
    sharePoint: {
      school: link(`school-${urn}`),
      incomingTrust: link(`trust-${incomingTrust.ukprn ?? incomingTrust.trn}`),
      outgoingTrust: kind === 'transfer' ? link(`trust-${outgoingTrustUkprn}`) : null,
    },
    twoRequiresImprovement: plan.turn % 10 === 3,
    region: own,
    assignTo: officerOf[own],
    takesOver: { from: own, otherRegionAgreed: false },
    sharePointHosts: [host],
  };
}

/** The tasks of the sections that are done; every eighth is still open, as in life. */
function tasksDone(project: CompleteProject, { sectionsDone, turn }: Plan): Task[] {
  const tasks = tasksOf[project.kind];
  const sections = [...new Set(tasks.map(({ section }) => section))].slice(0, Math.min(sectionsDone, 3));
  return tasks.filter(
    (task, place) =>
      sections.includes(task.section) &&
      (turn + place) % 8 !== 0 &&
      !Object.keys(task.fields).some(isContact) &&
      taskStatus(project, task) !== 'not_applicable',
  );
}
