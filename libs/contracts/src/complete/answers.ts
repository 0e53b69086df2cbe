import { z } from 'zod';
import { defineEvent } from '../event/event.ts';
import { Instant } from '../values/dates.ts';
import { PrepareId, Urn } from '../values/identifiers.ts';
import { CompleteProject, RejectionReason } from './complete-project.ts';
import { anExampleCompleteProject } from './examples.ts';

const topic = 'complete.projects';

/** Which attempt is answered; Prepare ignores an answer to an older one (docs/domain/handover.md). */
const Attempt = z.int().min(1);

export const ProjectCreated = defineEvent('complete.project.created.v1', {
  topic,
  meaning: 'The approval of an academy made a project.',
  value: z.object({ project: CompleteProject, attempt: Attempt }),
  example: () => ({ project: anExampleCompleteProject, attempt: 1 }),
});

export const HandoverConfirmed = defineEvent('complete.handover.confirmed.v1', {
  topic,
  meaning: 'An approval came for an academy that has its project already; nothing was made, this names the project.',
  value: z.object({ project: CompleteProject, attempt: Attempt }),
  example: () => ({ project: anExampleCompleteProject, attempt: 2 }),
});

export const HandoverRejected = defineEvent('complete.handover.rejected.v1', {
  topic,
  meaning: 'An academy was not taken over, with every reason. Nothing was made for it.',
  value: z.object({
    prepareId: PrepareId,
    urn: Urn,
    attempt: Attempt,
    reasons: z.array(RejectionReason).min(1),
    at: Instant,
  }),
  example: () => ({
    prepareId: '1042',
    urn: '900123',
    attempt: 1,
    reasons: [{ rule: 'school-is-open', message: 'The school is closed in the register', fixOn: 'school' }],
    at: '2026-10-06T14:05:01.000Z',
  }),
});

export const HandoverHeldUp = defineEvent('complete.handover.held-up.v1', {
  topic,
  meaning:
    'An approval waits for service support. Without URN or attempt the message could not be read so far; `approval` is the id of its event.',
  value: z.object({
    prepareId: PrepareId,
    urn: Urn.nullable(),
    attempt: Attempt.nullable(),
    approval: z.uuid(),
    at: Instant,
  }),
  example: () => ({
    prepareId: '1042',
    urn: '900123',
    attempt: 1,
    approval: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a55',
    at: '2026-10-06T14:05:01.000Z',
  }),
});

export const HandoverDiscarded = defineEvent('complete.handover.discarded.v1', {
  topic,
  meaning: 'Service support gave up a held-up approval; the note is the reason. To Prepare it is a rejection.',
  value: z.object({
    prepareId: PrepareId,
    urn: Urn.nullable(),
    attempt: Attempt.nullable(),
    approval: z.uuid(),
    note: z.string().min(1),
    at: Instant,
  }),
  example: () => ({
    prepareId: '1042',
    urn: null,
    attempt: null,
    approval: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a55',
    note: 'Sent twice by mistake.',
    at: '2026-10-06T16:00:00.000Z',
  }),
});
