import {
  CompleteProjectDeleted,
  HandoverConfirmed,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  ProjectCreated,
} from '@academies/contracts';
import { handoverAnswer } from './handover-answer.ts';

describe('What an event of Complete answers', () => {
  it.each([
    [
      'created, with its project',
      ProjectCreated,
      { says: 'created', urn: '900123', attempt: 1, project: expect.any(String) },
    ],
    ['confirmed counts as created', HandoverConfirmed, { says: 'created', attempt: 2 }],
    ['rejected with its reasons', HandoverRejected, { says: 'rejected', reasons: [{ rule: 'school-is-open' }] }],
    ['held up', HandoverHeldUp, { says: 'held_up', attempt: 1 }],
    ['discarded counts as rejected', HandoverDiscarded, { says: 'rejected', urn: null }],
  ])('%s', (_, event, answer) => expect(handoverAnswer(event.type, event.example())).toMatchObject(answer));

  it('gives the note of service support as the reason', () =>
    expect(handoverAnswer(HandoverDiscarded.type, HandoverDiscarded.example())?.reasons).toEqual([
      { rule: 'discarded-by-service-support', message: 'Sent twice by mistake.', fixOn: null },
    ]));
  it('names the approval when nobody could read the attempt', () =>
    expect(handoverAnswer(HandoverDiscarded.type, HandoverDiscarded.example())).toMatchObject({
      attempt: null,
      approval: HandoverDiscarded.example().approval,
    }));
  it('is nothing when the event answers no approval', () =>
    expect(handoverAnswer(CompleteProjectDeleted.type, CompleteProjectDeleted.example())).toBeUndefined());
});
