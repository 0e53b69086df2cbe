import {
  addContact,
  addHandoverDetails,
  answerTask,
  assignProject,
  completeProject,
  confirmDate,
  holdProject,
  missingForCompletion,
  revokeDao,
  type Task,
  tasksOf,
  taskStatus,
} from '@academies/complete';
import type { CompleteProject, IsoDate, Outgoing, Region, Verdict } from '@academies/contracts';
import { answersTo } from './answers-to.ts';
import { contactsOf } from './contacts-of.ts';
import { daysAfter, inTurn, lastDay, momentOf, monthsAfter } from './days.ts';
import { casey, officerOf } from './people.table.ts';
import { type Plan, planOf } from './plan.ts';
import { handoverComments, holds } from './texts.table.ts';

const host = 'educationgovuk.sharepoint.com';

/** What the demo knows beside the project. */
export interface Setting {
  readonly schoolName: string;
  readonly trustInRegister: boolean;
}

/** Tells what happened to a demo project after it arrived, by the same rules as on the pages. */
export function storyOf(arrived: CompleteProject, { schoolName, trustInRegister }: Setting): Outgoing[] {
  const plan = planOf(arrived);
  if (!plan.takenOver) return [];
  const events: Outgoing[] = [];
  let project = arrived;
  const then = (verdict: Verdict): void => {
    if (verdict.problems)
      throw new Error(
        `Demo project ${arrived.prepareId}: ${verdict.problems.map(({ message }) => message).join('; ')}`,
      );
    events.push(...verdict.events);
    project = (verdict.events.at(-1)?.value as { project: CompleteProject } | undefined)?.project ?? project;
  };
  const officer = officerOf[arrived.region ?? 'london'];
  const { takenOn } = plan;

  then(addHandoverDetails(project, detailsOf(arrived, plan)));
  if (plan.withCasework && plan.assigned)
    then(assignProject(project, { to: casey, by: officer, at: momentOf(daysAfter(takenOn, 2)) }));
  const by = project.assignedTo ?? officer;
  const confirmedOn = daysAfter(takenOn, 14 + (plan.turn % 20));
  const on = (day: IsoDate, hour = 11) => ({ by, at: momentOf(day, hour) });

  if (plan.hasContacts)
    for (const one of contactsOf(project, plan.turn)) then(addContact(project, { ...on(confirmedOn), ...one }));
  if (plan.dateConfirmed) {
    const date = plan.turn % 6 === 4 ? monthsAfter(project.provisionalDate, 1) : project.provisionalDate;
    then(confirmDate(project, { ...on(confirmedOn, 14), date }));
  }
  const academyName = `${schoolName.replace(/ (Primary|Infant|Junior|Community|High)? ?School$/, '')} Academy`;
  const answer = (task: Task, day: IsoDate) =>
    then(
      answerTask(project, {
        ...on(day, 15),
        task: task.name,
        answers: answersTo(task, { day, turn: plan.turn, academyName }),
      }),
    );
  for (const task of tasksDone(project, plan)) answer(task, daysAfter(confirmedOn, 7));

  const ends = { today: lastDay, trustInRegister };
  const opened = project.dateConfirmed && project.significantDate <= lastDay;
  if (plan.revoked) then(revokeDao(project, { ...on(lastDay), on: daysAfter(takenOn, 30) }));
  else if (plan.onHold) then(holdProject(project, { ...on(daysAfter(takenOn, 40)), reason: inTurn(holds, plan.turn) }));
  else if (plan.completed && opened && trustInRegister) {
    for (const { mendedOn } of missingForCompletion(project, ends)) {
      const task = tasksOf[project.kind].find(({ name }) => name === mendedOn);
      if (task) answer(task, project.significantDate);
    }
    then(completeProject(project, { ...on(lastDay), trustInRegister }));
  }
  return events;
}

/** The handover as a regional delivery officer tells it. */
function detailsOf({ urn, kind, region, incomingTrust, outgoingTrustUkprn }: CompleteProject, plan: Plan) {
  const own: Region = region ?? 'london';
  const link = (folder: string | null) => `https://${host}/sites/${folder}`;
  return {
    by: officerOf[own],
    at: momentOf(plan.takenOn),
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
      Object.values(task.fields).some(({ kind }) => kind !== 'contact') &&
      taskStatus(project, task) !== 'not_applicable',
  );
}
