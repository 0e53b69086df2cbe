import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReceivedEvent } from '../consumer/received-event.ts';
import { Relay } from '../relay/relay.ts';
import { aConsumer, write } from './ledger.ts';
import { openOrm } from './open-orm.ts';
import { quiet } from './quiet.ts';

/** A process of its own, to be killed: `node worker.js '{ url, kafka, dies, relays }'`. */
const { url, kafka, dies, relays } = JSON.parse(process.argv[2] ?? '{}') as {
  url: string;
  kafka: { brokers: string[]; namespace: string; clientId: string };
  dies?: 'after the commit' | 'on killer';
  relays?: boolean;
};

const orm = await openOrm(url);
const die = () => process.kill(process.pid, 'SIGKILL');

let hasWritten = false;
orm.em.getEventManager().registerSubscriber({
  afterTransactionCommit: () => {
    if (dies === 'after the commit' && hasWritten) die();
  },
});

const apply = async (events: ReceivedEvent[], em: EntityManager) => {
  if (dies === 'on killer' && events.some(({ subject }) => subject === 'killer')) die();
  await write(events, em);
  hasWritten = true;
};

if (relays) new Relay({ orm, kafka, source: 'prepare', logger: quiet }).start();
else aConsumer({ orm, kafka }, { apply }).start();
process.send?.('started');
