import { type Broker, RefusedMessage } from './broker.ts';
import { eventually } from '@academies/testing';
import { aMessage, contractFixture, group, numbers, other, topic } from './contract.fixture.spec.ts';
import { illBroker } from './ill-broker.spec.ts';
import type { KafkaSettings } from './kafka-settings.ts';
import { membersContract } from './members.contract.spec.ts';

/** What any client of Kafka must keep that is to stand behind the port. Run on a real broker; messages, not mocks. */
export function brokerContract(openBroker: (settings: KafkaSettings) => Broker): void {
  const given = contractFixture(openBroker);
  const { another, make, read } = given;

  membersContract(given);

  describe('Publishing', () => {
    it('keeps bytes and headers, and a message without key or value', async () => {
      const bytes = Buffer.from([0xc3, 0x28, 0x00]);
      await given.broker.publish([
        aMessage('a', 'x', { key: bytes, value: bytes }),
        aMessage(null, '', { value: null }),
      ]);
      const { seen } = read();
      await eventually(() => expect(seen).toHaveLength(2));
      expect(seen).toContainEqual(expect.objectContaining({ key: bytes, value: bytes, headers: { ce_id: 'id of x' } }));
      expect(seen).toContainEqual(expect.objectContaining({ key: null, value: null }));
    });

    it('keeps the order of a key in one partition, by whoever it is published', async () => {
      const second = another();
      for (const value of numbers(20))
        await (Number(value) % 2 ? given.broker : second).publish([aMessage('a', value)]);
      const { seen, values } = read();
      await eventually(() => expect(values()).toEqual(numbers(20)));
      expect(new Set(seen.map(({ partition }) => partition)).size).toBe(1);
    });

    it('brings messages of several topics at once, and answers when the broker has them', async () => {
      await make(other, 1);
      await given.broker.publish([aMessage('a', '1'), aMessage('a', '2', { topic: other }), aMessage('a', '3')]);
      const ends = await given.broker.offsets([topic, other]);
      expect(ends.map(({ high }) => Number(high)).reduce((sum, high) => sum + high)).toBe(3);
    });

    it('says so when the broker will never take a message', async () => {
      const large = given.broker.publish([aMessage('a', 'x'.repeat(1_100_000))]);
      await expect(large).rejects.toThrow(RefusedMessage);
      await given.broker.publish([aMessage('a', 'small')]);
    });

    it('does not call it refused when only the topic is missing', async () => {
      const failure = await given.broker
        .publish([aMessage('a', '1', { topic: other })])
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(RefusedMessage);
      expect((await given.outside.topics()).includes(other)).toBe(false);
    });
  });

  describe('Questions', () => {
    it('are where partitions begin and end', async () => {
      await given.broker.publish([aMessage('a', '1'), aMessage('a', '2')]);
      const ends = await given.broker.offsets([topic]);
      expect(ends.map(({ low }) => low)).toEqual(['0', '0']);
      expect(ends.map(({ high }) => high).sort()).toEqual(['0', '2']);
    });

    it('are which message stands at an offset', async () => {
      await given.broker.publish([aMessage('a', '1'), aMessage('a', '2'), aMessage('a', '3', { headers: {} })]);
      const partition = (await given.broker.offsets([topic])).find(({ high }) => high === '3')?.partition ?? -1;
      expect(await given.broker.identityAt(topic, partition, '1')).toEqual({ eventId: 'id of 2', leaderEpoch: 0 });
      expect(await given.broker.identityAt(topic, partition, '2')).toEqual({ eventId: null, leaderEpoch: 0 });
      expect(await given.broker.identityAt(topic, partition, '3')).toBe('beyond the end');
      expect(await given.broker.identityAt(topic, partition, '1000')).toBe('beyond the end');
    });

    it('are whether the broker has compacted a message away', async () => {
      const soon = { 'segment.ms': '50', 'min.cleanable.dirty.ratio': '0.001', 'max.compaction.lag.ms': '100' };
      await make('register.trusts', 1, { 'cleanup.policy': 'compact', ...soon });
      const trust = (key: string, value: string) => aMessage(key, value, { topic: 'register.trusts' });
      await given.broker.publish([trust('b', '0')]);
      await eventually(
        async () => {
          await given.broker.publish([trust('a', 'again')]);
          expect(await given.broker.identityAt('register.trusts', 0, '1')).toBe('compacted');
        },
        { within: 90_000, every: 500 },
      );
      expect(await given.broker.identityAt('register.trusts', 0, '0')).toMatchObject({ eventId: 'id of 0' });
    });
  });

  describe('Topics', () => {
    it('are created with their settings, and again changes nothing', async () => {
      const found = await make(other, 3, { 'retention.ms': '1234567' });
      expect(found).toEqual(new Map([[other, 3]]));
      expect(await make(other, 7, { 'retention.ms': '7654321' })).toEqual(new Map([[other, 3]]));
      expect(await given.outside.settings(other, ['retention.ms'])).toEqual({ 'retention.ms': '1234567' });
    });

    it('can be published to at once', async () => {
      await make(other, 12);
      await given.broker.publish(numbers(50).map((value) => aMessage(value, value, { topic: other })));
      const ends = await given.broker.offsets([other]);
      expect(ends.map(({ high }) => Number(high)).reduce((sum, high) => sum + high)).toBe(50);
    });
  });

  describe('The end', () => {
    it('leaves the group, and closes', async () => {
      const one = read();
      await eventually(() => expect(one.assignments).toHaveLength(1));
      await given.broker.close(10_000);
      expect(await given.outside.members(group)).toBe(0);
      expect(one.lost).toEqual([]);
    });

    it('comes within its time though the broker hangs', async () => {
      const way = await illBroker(given.settings);
      const hanging = openBroker(way.settings);
      const { seen } = read(hanging);
      await hanging.publish([aMessage('a', '1')]);
      await eventually(() => expect(seen).toHaveLength(1));
      way.hang();
      const publishing = hanging.publish([aMessage('a', '2')]).catch(() => {});
      const began = performance.now();
      await hanging.close(1_000);
      expect(performance.now() - began).toBeLessThan(2_000);
      way.close();
      await publishing;
    });

    it('comes within its time though a reader never answers', async () => {
      await given.broker.publish([aMessage('a', '1')]);
      const stuck = openBroker(given.settings);
      const { promise, resolve } = Promise.withResolvers<void>();
      let isStuck = false;
      read(stuck, { onBatch: () => ((isStuck = true), promise) });
      await eventually(() => expect(isStuck).toBe(true));
      const began = performance.now();
      await stuck.close(1_000);
      expect(performance.now() - began).toBeLessThan(2_000);
      resolve();
    });
  });
}
