import type { Batch } from './broker.ts';
import { eventually } from '@academies/testing';
import { illBroker } from './ill-broker.spec.ts';
import { aMessage, type ContractFixture, group, numbers, other, topic } from './contract.fixture.spec.ts';

/** What a member of a group is promised. */
export function membersContract(given: ContractFixture): void {
  const { another, read } = given;

  describe('A member', () => {
    it('reads from where it is told, whatever the broker has on record', async () => {
      await given.broker.publish(numbers(5).map((value) => aMessage('a', value)));
      const first = read();
      await eventually(() => expect(first.values()).toEqual(numbers(5)));
      await first.member.leave();
      const second = read(another(), {}, '2');
      await eventually(() => expect(second.values()).toEqual(['3', '4', '5']));
    });

    it('waits while a broker that has just started still loads its group', async () => {
      const way = await illBroker(given.settings);
      try {
        await given.broker.publish([aMessage('a', '1')]);
        way.load();
        const reader = read(another(way.settings));
        await eventually(() => expect(reader.values()).toEqual(['1']));
        expect({ refused: !way.isLoading(), lost: reader.lost }).toEqual({ refused: true, lost: [] });
        await reader.member.leave();
      } finally {
        way.close();
      }
    });

    it('gets no batch before it has said where to read', async () => {
      await given.broker.publish([aMessage('a', '1')]);
      const { promise, resolve } = Promise.withResolvers<void>();
      const order: string[] = [];
      read(given.broker, {
        onAssigned: async (assigned) => {
          await promise;
          order.push('positions');
          return (assigned[topic] ?? []).map((partition) => ({ topic, partition, offset: '0' }));
        },
        onFetch: resolve,
        onBatch: async () => void order.push('batch'),
      });
      await eventually(() => expect(order.slice(0, 2)).toEqual(['positions', 'batch']));
    });

    it('is told where the partition goes on after a batch, and where it ended', async () => {
      await given.broker.publish(numbers(3).map((value) => aMessage('a', value)));
      const batches: Batch[] = [];
      read(given.broker, {
        onBatch: async (batch) => {
          batches.push(batch);
          batch.commit(batch.nextOffset);
        },
      });
      await eventually(() => expect(batches).toHaveLength(1));
      expect(batches[0]).toMatchObject({ topic, nextOffset: '3', highWatermark: '3' });
      expect(batches[0]?.messages.map(({ offset }) => offset)).toEqual(['0', '1', '2']);
    });

    it('gets again what it did not commit, and from there on', async () => {
      await given.broker.publish(numbers(4).map((value) => aMessage('a', value)));
      const batches: string[][] = [];
      read(given.broker, {
        onBatch: async ({ messages, commit }) => {
          batches.push(messages.map(({ value }) => String(value)));
          commit(String(batches.length === 1 ? 2 : 4));
        },
      });
      await eventually(() => expect(batches).toEqual([numbers(4), ['3', '4']]));
    });

    it.each([TypeError, RangeError, ReferenceError, SyntaxError, Error])(
      'goes on after a %p that its reader threw',
      async (Thrown) => {
        await given.broker.publish([aMessage('a', '1')]);
        let tries = 0;
        const { lost } = read(given.broker, {
          onBatch: async (batch) => {
            if (++tries === 1) throw new Thrown('Not this time');
            batch.commit(batch.nextOffset);
          },
        });
        await eventually(() => expect(tries).toBe(2));
        expect(lost).toEqual([]);
      },
    );

    it('tells the broker what it committed, for those who watch from outside', async () => {
      await given.broker.publish(numbers(3).map((value) => aMessage('a', value)));
      read();
      await eventually(async () =>
        expect(Object.values(await given.outside.committed(group, topic)).sort()).toEqual(['-1', '3']),
      );
    });

    it('keeps its partitions though a batch takes longer than its session', async () => {
      await given.broker.publish([aMessage('a', '1')]);
      const { promise, resolve } = Promise.withResolvers<void>();
      let isDone = false;
      const { assignments, lost } = read(given.broker, {
        sessionTimeoutMs: 6_000,
        onBatch: async (batch) => {
          setTimeout(resolve, 8_000);
          await promise;
          isDone = !batch.isStale();
          batch.commit(batch.nextOffset);
        },
      });
      await eventually(() => expect(isDone).toBe(true));
      expect(await given.outside.members(group)).toBe(1);
      expect([assignments, lost]).toEqual([[[0, 1]], []]);
    });

    it('shares the partitions with another, and takes all of them back when that one leaves', async () => {
      const one = read();
      await eventually(() => expect(one.assignments).toEqual([[0, 1]]));
      const two = read(another());
      await eventually(() => {
        expect([one, two].map(({ assignments }) => assignments.at(-1)?.length)).toEqual([1, 1]);
        expect([one, two].flatMap(({ assignments }) => assignments.at(-1) ?? []).sort()).toEqual([0, 1]);
      }, {});
      await two.member.leave();
      await eventually(() => expect(one.assignments.at(-1)).toEqual([0, 1]));
    });

    it('hears that the batch in hand is no longer its own when another joins', async () => {
      await given.broker.publish([aMessage('a', '1')]);
      const inHand: Batch[] = [];
      const ended: boolean[] = [];
      read(given.broker, {
        onBatch: async (batch) => {
          inHand.push(batch);
          if (inHand.length > 1) return batch.commit(batch.nextOffset);
          await new Promise((resolve) => batch.signal.addEventListener('abort', resolve, { once: true }));
          ended.push(batch.isStale());
        },
      });
      await eventually(() => expect(inHand).toHaveLength(1));
      expect(inHand[0]?.isStale()).toBe(false);
      const two = read(another());
      await eventually(() => expect(ended).toEqual([true]));
      // Nothing of it is lost: one of the two gets it.
      await eventually(() => expect(inHand.length - 1 + two.seen.length).toBe(1));
    });

    it('is answered by the reader before it leaves, and is gone then', async () => {
      await given.broker.publish([aMessage('a', '1')]);
      const told: string[] = [];
      const { member } = read(given.broker, {
        onBatch: async ({ signal, commit, nextOffset }) => {
          told.push('in hand');
          await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
          commit(nextOffset);
          told.push('answered');
        },
      });
      await eventually(() => expect(told).toEqual(['in hand']));
      await member.leave();
      expect(told).toEqual(['in hand', 'answered']);
      expect(await given.outside.members(group)).toBe(0);
      expect(Object.values(await given.outside.committed(group, topic))).toContain('1');
    });

    it('says once that it is lost', async () => {
      const { lost } = read(given.broker, { topics: [other] });
      await eventually(() => expect(lost).toHaveLength(1));
      expect(lost[0]).toBeInstanceOf(Error);
    });
  });
}
