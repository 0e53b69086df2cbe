import {
  CompleteProjectDeleted,
  HandoverConfirmed,
  HandoverDiscarded,
  HandoverHeldUp,
  HandoverRejected,
  ProjectCreated,
} from '@academies/contracts';
import { answerOf } from './answer-of.ts';

describe('What an event of Complete answers', () => {
  it.each([
    ['created', ProjectCreated, { says: 'created', urn: '900123', attempt: 1 }],
    ['confirmed counts as created', HandoverConfirmed, { says: 'created', attempt: 2 }],
    ['rejected with its reasons', HandoverRejected, { says: 'rejected', reasons: [{ rule: 'school-is-open' }] }],
    ['held up', HandoverHeldUp, { says: 'held_up', attempt: 1 }],
    ['discarded counts as rejected', HandoverDiscarded, { says: 'rejected', urn: null }],
  ])('%s', (_, event, answer) => expect(answerOf(event.type, event.example(), 1)).toMatchObject(answer));

  it('gives the note of service support as the reason', () =>
    expect(answerOf(HandoverDiscarded.type, HandoverDiscarded.example(), 1)?.reasons).toEqual([
      { rule: 'discarded-by-service-support', message: 'Sent twice by mistake.', mendedOn: null },
    ]));
  it('counts for the present attempt when it could not tell', () =>
    expect(answerOf(HandoverDiscarded.type, HandoverDiscarded.example(), 3)).toMatchObject({ attempt: 3 }));
  it('is nothing when the event answers no approval', () =>
    expect(answerOf(CompleteProjectDeleted.type, CompleteProjectDeleted.example(), 1)).toBeUndefined());
});
