import { ProjectStarted } from '@academies/contracts';
import { v7 } from 'uuid';
import { changes } from '../fixtures/subscriptions.ts';
import { incomingMessage } from './incoming-message.ts';

const message = (value: string) => ({
  topic: ProjectStarted.topic,
  partition: 0,
  offset: '7',
  key: Buffer.from('1042'),
  value: Buffer.from(value),
  headers: {
    ce_specversion: '1.0',
    ce_id: v7(),
    ce_source: 'prepare',
    ce_type: ProjectStarted.type,
    ce_time: '2026-10-06T14:05:00.000Z',
    ce_subject: '1042',
    ce_sequence: '1',
  },
});

describe('A message', () => {
  it('has its value as its contract says, and beside it as it was sent', () => {
    const sent = JSON.stringify({ ...(ProjectStarted.example() as object), thoughtOfLater: true }, undefined, 1);
    const { event, failure } = incomingMessage(message(sent), changes);
    expect(failure).toBeNull();
    expect(event?.value).toEqual(ProjectStarted.example());
    expect(event?.raw).toBe(sent);
  });

  it('stays in order by a name that no wording of the documentation changes', () =>
    expect(incomingMessage(message('{}'), changes).orderingKey).toBe('project 1042'));
});
