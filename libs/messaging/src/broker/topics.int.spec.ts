import { topicNames, topics } from '@academies/contracts';
import { freshNamespace } from '@academies/testing';
import { quiet } from '../fixtures/quiet.ts';
import { messagingOf } from './kafka-settings.ts';
import { withBroker } from './open-broker.ts';
import { seenFromOutside } from './seen-from-outside.spec.ts';
import { createTopics, removeTrialTopics } from './topics.ts';

describe('Topics', () => {
  it('are created with the settings of contracts, and again changes nothing', async () => {
    const kafka = freshNamespace();
    await createTopics(kafka, {}, quiet);
    await createTopics(kafka, {}, quiet);
    const ends = await withBroker(kafka, quiet, (broker) => broker.offsets(topicNames));
    for (const topic of topicNames)
      expect(ends.filter((end) => end.topic === topic)).toHaveLength(topics[topic].partitions);
    const outside = await seenFromOutside(kafka);
    const names = ['cleanup.policy', 'retention.ms'];
    expect(await outside.settings('prepare.projects', names)).toEqual({
      'cleanup.policy': 'delete',
      'retention.ms': '-1',
    });
    expect(await outside.settings('register.trusts', names)).toMatchObject({ 'cleanup.policy': 'compact' });
    await outside.close();
  });

  it('are created at the same moment by several processes', async () => {
    const kafka = freshNamespace();
    await Promise.all([createTopics(kafka, {}, quiet), createTopics(kafka, {}, quiet), createTopics(kafka, {}, quiet)]);
  });

  it('of a trial are its own, and are taken away without those of others', async () => {
    const real = freshNamespace();
    const settings = { KAFKA_BROKERS: real.brokers, KAFKA_NAMESPACE: real.namespace };
    const { kafka: trial } = messagingOf('test', { ...settings, TRIAL: 'yes' });
    await createTopics(real, {}, quiet);
    await createTopics(trial, {}, quiet);
    expect(await removeTrialTopics(settings, quiet)).toBe(topicNames.length);
    const [left, others] = [await seenFromOutside(trial), await seenFromOutside(real)];
    expect(await left.topics()).toEqual([]);
    expect(await others.topics()).toHaveLength(topicNames.length);
    await Promise.all([left.close(), others.close()]);
  });

  it('with a wrong number of partitions are an error that says which', async () => {
    const kafka = freshNamespace();
    const wrong = { topic: 'complete.projects', partitions: 3, replicationFactor: 1, settings: {} } as const;
    await withBroker(kafka, quiet, (broker) => broker.createTopics([wrong]));
    await expect(createTopics(kafka, {}, quiet)).rejects.toThrow(
      'complete.projects has 3 partitions and should have 12',
    );
  });
});
