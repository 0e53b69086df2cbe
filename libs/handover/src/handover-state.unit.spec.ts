import type { CompleteProject } from '@academies/contracts';
import fc from 'fast-check';
import { handoverAnswer } from './handover-answer.ts';
import { approvalOf, type CaseEvent, type HandoverCase, handoverCases } from './handover-state.cases.ts';
import { type Handover, handoverState } from './handover-state.ts';

/** What the events of a case come to: the newest state of each project, and every answer. */
function heard({ status, attempts, events }: HandoverCase): Handover {
  const projects = events.flatMap(({ value }) => (value as { project?: CompleteProject }).project ?? []);
  return {
    status,
    attempt:
      attempts.length > 0
        ? { number: attempts.length, approval: approvalOf(attempts.length), urns: attempts.at(-1) ?? [] }
        : null,
    answers: answersOf(events),
    inComplete: [...new Map(projects.map((project) => [project.id, project])).values()],
  };
}
const answersOf = (events: readonly CaseEvent[]) =>
  events.flatMap(({ type, value }) => handoverAnswer(type, value) ?? []);

describe('The handover of an academy', () => {
  it.each(handoverCases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    for (const [urn, state] of Object.entries(each.states)) expect(handoverState(urn, heard(each)).state).toBe(state);
  });

  it('names the very project that was created', () => {
    const each = handoverCases.find(({ name }) => name === 'each academy has a state of its own') as HandoverCase;
    expect(handoverState('900201', heard(each)).project).toMatchObject({ urn: '900201', prepareId: '1043' });
  });

  it('is rejected for the newest reasons, in whatever order and however often the answers came', () => {
    const rejections = handoverCases
      .flatMap(({ events }) => answersOf(events))
      .filter(({ says }) => says !== 'created');
    const known = heard(handoverCases.find(({ name }) => name.startsWith('it waits until')) as HandoverCase);
    const truth = handoverState('900201', { ...known, answers: rejections });
    expect(truth.state).toBe('rejected');
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...rejections, ...rejections], { minLength: 2 * rejections.length }),
        (shuffled) => expect(handoverState('900201', { ...known, answers: shuffled })).toEqual(truth),
      ),
    );
  });

  it('is unknown but for Complete while the state of Prepare is on its way', () => {
    const known = (name: string) => ({
      ...heard(handoverCases.find((each) => each.name === name) as HandoverCase),
      status: null,
      attempt: null,
    });
    expect(handoverState('900201', known('a deleted project is deleted')).state).toBe('deleted');
    expect(handoverState('900202', known('a deleted project is deleted')).state).toBe('not_due');
  });
});
