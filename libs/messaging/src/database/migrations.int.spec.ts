import { incomingMessage } from '../message/incoming-message.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { changesAsOf } from '../fixtures/subscriptions.ts';

describe('Ordering keys of an earlier release', () => {
  let service: Service;
  beforeEach(async () => void (service = await aService()));
  afterEach(() => service.close());

  it('become those of this one, so that what waits behind a parked event goes on waiting', async () => {
    const message = { topic: 'prepare.projects', partition: 0, offset: '0', value: null, headers: {} } as const;
    const { orderingKey } = incomingMessage({ ...message, key: Buffer.from('1042') }, changesAsOf);
    await service.orm.migrator.down({ to: 'NameBlockedKeys' });
    await service.ask(
      `insert into blocked_key (consumer_group, ordering_key)
       values ('a', 'the Prepare project''s id 1042'), ('a', 'URN 900123'), ('a', 'message 0192f0c1')`,
    );
    await service.orm.migrator.up();
    expect(await service.ask('select ordering_key from blocked_key order by ordering_key')).toEqual([
      { ordering_key: 'establishment 900123' },
      { ordering_key: 'message 0192f0c1' },
      { ordering_key: orderingKey },
    ]);
  });
});
