import { topicNames, topics } from '@academies/contracts';
import { freshNamespace } from '@academies/testing';
import { quiet } from '../examples/quiet.ts';
import { onBroker } from '../kafka/kafka-settings.ts';
import { withAdmin } from '../kafka/with-admin.ts';
import { createTopics } from './create-topics.ts';

describe('Topics', () => {
  it('are created with the settings of contracts, and again changes nothing', async () => {
    const kafka = freshNamespace();
    await createTopics(kafka, {}, quiet);
    await createTopics(kafka, {}, quiet);
    await withAdmin(kafka, quiet, async (admin) => {
      const found = await admin.fetchTopicMetadata({ topics: topicNames.map((topic) => onBroker(kafka, topic)) });
      expect(Object.fromEntries(found.topics.map(({ name, partitions }) => [name, partitions.length]))).toEqual(
        Object.fromEntries(topicNames.map((topic) => [onBroker(kafka, topic), topics[topic].partitions])),
      );
      const names = ['prepare.projects', 'register.trusts'] as const;
      const resources = names.map((topic) => ({ type: 2, name: onBroker(kafka, topic), configNames: ['cleanup.policy', 'retention.ms'] }));
      const configs = await admin.describeConfigs({ resources, includeSynonyms: false });
      const settings = configs.resources.map(({ configEntries }) =>
        Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])),
      );
      expect(settings).toEqual([
        { 'cleanup.policy': 'delete', 'retention.ms': '-1' },
        expect.objectContaining({ 'cleanup.policy': 'compact' }),
      ]);
    });
  });

  it('are created at the same moment by several processes', async () => {
    const kafka = freshNamespace();
    await Promise.all([createTopics(kafka, {}, quiet), createTopics(kafka, {}, quiet), createTopics(kafka, {}, quiet)]);
  });

  it('with a wrong number of partitions are an error that says which', async () => {
    const kafka = freshNamespace();
    const wrong = onBroker(kafka, 'complete.projects');
    await withAdmin(kafka, quiet, (admin) => admin.createTopics({ topics: [{ topic: wrong, numPartitions: 3 }], waitForLeaders: false }));
    await expect(createTopics(kafka, {}, quiet)).rejects.toThrow(`${wrong} has 3 partitions and should have 12`);
  });
});
