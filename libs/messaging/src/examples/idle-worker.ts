import { Relay } from '../relay/relay.ts';
import { aConsumer } from './ledger.ts';
import { openOrm } from './open-orm.ts';
import { quiet } from './quiet.ts';
import { changesAsOf } from './subscriptions.ts';

/** A service that has nothing to do, in a process of its own; tells each five seconds what share of a core it used. */
const { url, kafka } = JSON.parse(process.argv[2] ?? '{}') as {
  url: string;
  kafka: { brokers: string[]; namespace: string; clientId: string };
};

const orm = await openOrm(url);
const relay = new Relay({ orm, kafka, source: 'prepare', logger: quiet });
const consumer = aConsumer({ orm, kafka }, { subscription: changesAsOf });
relay.start();
consumer.start();

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
while (!consumer.hasJoined || relay.standing !== 'active') await pause(50);
await pause(3_000);
process.once('disconnect', () => process.exit());
for (;;) {
  const [before, begin] = [process.cpuUsage(), performance.now()];
  await pause(5_000);
  const { user, system } = process.cpuUsage(before);
  const share = (user + system) / 1_000 / (performance.now() - begin);
  if (process.send) process.send(share);
  else console.log(share);
}
