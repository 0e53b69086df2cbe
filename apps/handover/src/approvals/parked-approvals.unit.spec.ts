import { AcademyOrderDateSet, anExampleTransfer, ProjectApproved } from '@academies/contracts';
import type { ParkedEvent } from '@academies/messaging';
import { answersToDiscarded, answersToParked } from './approvals.consumer.ts';

const now = new Date('2026-10-06T14:05:01.000Z');
const approval = '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a55';
const parked = (more: Partial<ParkedEvent> = {}): ParkedEvent => ({
  id: '7',
  eventId: approval,
  group: 'handover',
  key: '1043',
  topic: 'prepare.projects',
  partition: 0,
  offset: '0',
  type: ProjectApproved.type,
  event: null,
  kind: 'permanent',
  code: 'MESSAGE.WRONG_VALUE',
  message: 'It cannot be read',
  tries: 1,
  parkedAt: now,
  request: null,
  ...more,
});
const readable = {
  id: approval,
  type: ProjectApproved.type,
  source: 'prepare',
  time: now.toISOString(),
  subject: '1043',
  sequence: 1,
  key: '1043',
  topic: 'prepare.projects',
  partition: 0,
  offset: '0',
  value: { ...ProjectApproved.example(), project: anExampleTransfer, attempt: 2 },
  raw: '',
} as const;

describe('What Prepare is told of an approval that was set aside', () => {
  it('names each academy and the attempt, when it can be read', () =>
    expect(answersToParked(parked({ event: readable }), now).map(({ value }) => value)).toEqual(
      ['900201', '900202'].map((urn) => ({ prepareId: '1043', urn, attempt: 2, approval, at: now.toISOString() })),
    ));

  it('names the approval alone, when it cannot', () =>
    expect(answersToParked(parked(), now).map(({ subject, value }) => ({ subject, value }))).toEqual([
      { subject: '1043', value: { prepareId: '1043', urn: null, attempt: null, approval, at: now.toISOString() } },
    ]));

  it('has the note of service support when it was given up', () =>
    expect(answersToDiscarded(parked(), 'Sent twice', now)[0]?.value).toMatchObject({ note: 'Sent twice', approval }));

  it('is nothing when the project is not known, or the event is no approval', () => {
    expect(answersToParked(parked({ key: null }), now)).toEqual([]);
    expect(answersToParked(parked({ type: AcademyOrderDateSet.type }), now)).toEqual([]);
  });
});
