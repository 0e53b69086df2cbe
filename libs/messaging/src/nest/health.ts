import type { MikroORM } from '@mikro-orm/postgresql';
import { deadLetters } from '../dead-letters/dead-letters.ts';
import type { Relay } from '../relay/relay.ts';
import { runningConsumers } from '../consumer/consumer-runner.ts';
import { outboxStateOf } from '../outbox/outbox-state.ts';

/** By this mark libs/web finds who reports on /health/ready, without either library importing the other. */
const healthMark = Symbol.for('academies.health');

const contributor = (name: string, check: () => Promise<object>) => ({ [healthMark]: true, name, check });
const status = (isDegraded: boolean) => ({ status: isDegraded ? 'degraded' : 'up' });

/** Older than this, events wait for something. */
const patienceSeconds = 30;

export const relayHealth = (relay: Relay, orm: MikroORM) =>
  contributor('relay', async () => {
    const outbox = await outboxStateOf(orm.em.fork());
    const isDegraded = Boolean(relay.trouble) || outbox.oldest > patienceSeconds || outbox.refused > 0;
    return {
      ...status(isDegraded),
      relay: relay.state,
      ...outbox,
      ...(relay.trouble && { trouble: relay.trouble }),
      ...(relay.findings.length > 0 && { findings: relay.findings }),
    };
  });

export const consumersHealth = () =>
  contributor('consumers', async () => {
    const states = [...runningConsumers].map(({ group, state, hasJoined, waitingFor, oddWatermarks, findings }) => ({
      group,
      state,
      hasJoined,
      waitingFor,
      ...(findings.length > 0 && { findings: [...findings] }),
      ...(oddWatermarks.count > 0 && { oddWatermarks: { ...oddWatermarks } }),
    }));
    return {
      ...status(states.some((one) => one.waitingFor || (one.state === 'active' && !one.hasJoined))),
      groups: states,
    };
  });

export const deadLettersHealth = (orm: MikroORM) =>
  contributor('dead letters', async () => {
    const parked = await deadLetters(orm.em.fork()).counts();
    return { ...status(Object.keys(parked).length > 0), parked };
  });
