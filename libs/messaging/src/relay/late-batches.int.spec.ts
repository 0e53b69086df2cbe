import { EstablishmentChanged, newEvent } from '@academies/contracts';
import { eventually } from '@academies/testing';
import { withBroker } from '../broker/open-broker.ts';
import { quiet } from '../fixtures/quiet.ts';
import { readAll } from '../fixtures/read-all.ts';
import { aService } from '../fixtures/service.ts';
import { queueEvents } from '../outbox/queue-events.ts';
import { type OutboxRow, toMessage } from './publish-rows.ts';
import { Relay } from './relay.ts';

it('A batch of a relay that lost its lead does not leave an older state as the last one of a compacted topic', async () => {
  const { orm, kafka, ask, close } = await aService();
  const { establishment } = EstablishmentChanged.example();
  const changed = (name: string) =>
    newEvent(EstablishmentChanged, {
      key: '900123',
      subject: '900123',
      value: { establishment: { ...establishment, name } },
    });
  const last = async () => (await readAll(kafka, 'register.establishments')).at(-1)?.value;
  const relay = new Relay({ orm, kafka, source: 'register', logger: quiet, lateMs: 3_000 });
  relay.start();
  await orm.em.fork().transactional((em) => queueEvents(em, changed('Old name')));
  await orm.em.fork().transactional((em) => queueEvents(em, changed('New name')));
  await eventually(async () => expect(await last()).toContain('New name'));

  const [older] = await ask<OutboxRow & { created_at: string }>('select * from outbox order by id limit 1');
  const row = { ...older, created_at: new Date(older?.created_at ?? '') } as OutboxRow;
  await withBroker(kafka, quiet, (broker) => broker.publish([toMessage(row, 'register')]));
  expect(await last()).toContain('Old name');
  await eventually(async () => expect(await last()).toContain('New name'));
  await relay.stop();
  await close();
});
