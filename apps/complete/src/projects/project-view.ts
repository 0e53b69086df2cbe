import { type TaskStatus, taskList, taskStatuses } from '@academies/complete';
import { completeStates, dateReasons, deciders, outcomes } from '@academies/contracts';
import type { AboutProject } from './about-project.ts';
import { nameOf } from './about-project.ts';
import { sections } from './facts.table.ts';

const stateColours = {
  inactive: 'yellow',
  active: 'light-blue',
  completed: 'green',
  dao_revoked: 'red',
  deleted: 'grey',
};
const taskColours: Readonly<Record<TaskStatus, string>> = {
  not_started: 'blue',
  in_progress: 'light-blue',
  completed: '',
  not_applicable: 'grey',
};

/** Everything that the page of a project shows. */
export function projectView(about: AboutProject) {
  const { project, preparedCase, notes } = about;
  const { decision, summary } = preparedCase;
  return {
    id: project.id,
    prepareId: project.prepareId,
    urn: project.urn,
    kind: project.kind,
    name: nameOf(about),
    state: { name: project.state, text: completeStates.say(project.state), colour: stateColours[project.state] },
    onHold: project.onHold,
    sections: sections.map(({ title, facts }) => ({
      title,
      rows: facts.flatMap(({ key, value, href }) => {
        const said = value(about);
        return said === undefined ? [] : [{ key, value: said ?? 'Not known', href: href?.(about) ?? null }];
      }),
    })),
    dates: {
      provisional: project.provisionalDate,
      significant: project.significantDate,
      isConfirmed: project.dateConfirmed,
      academyOrder: project.kind === 'conversion' ? project.academyOrderDate : undefined,
      history: project.dateHistory.map(({ reasons, ...change }) => ({
        ...change,
        reasons: reasons.map(({ reason, detail }) => ({ text: dateReasons.say(reason), detail })),
      })),
    },
    decision: {
      ...decision,
      outcome: outcomes.say(decision.outcome),
      decidedBy: deciders.say(decision.decidedBy),
      date: project.advisoryBoardDate,
      conditions: project.advisoryBoardConditions,
    },
    summary,
    notes,
    taskSections: taskList(project).map(({ title, tasks }) => ({
      title,
      tasks: tasks.map(({ name, title: task, status }) => ({
        name,
        title: task,
        status: { text: taskStatuses.say(status), colour: taskColours[status] },
      })),
    })),
  };
}
