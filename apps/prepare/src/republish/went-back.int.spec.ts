import { createTopics, Relay } from '@academies/messaging';
import { eventually, freshNamespace } from '@academies/testing';
import { pino } from 'pino';
import { testDatabase } from '../fixtures/test-database.spec.ts';
import { onWentBack } from './present-state.ts';

const logger = pino({ level: 'silent' });

describe("Prepare's database after an older dump of it was restored", () => {
  it('gives no number of a project, group or new trust again that was published before', async () => {
    const { orm, all, have, dump, drop } = await testDatabase('prepare_went_back');
    const kafka = freshNamespace('prepare');
    await createTopics(kafka, {}, logger);
    const relay = new Relay({ orm, kafka, source: 'prepare', logger, onWentBack });
    const old = await have();
    await relay.drain();
    const { restore } = await dump();
    const lost = await have({ group: 'GRP_00000044', formAMatReference: 'FAM_00000066' });
    await relay.drain();
    await restore();

    relay.start();
    const again = `select key from outbox where type like '%state-republished%' and published_at is not null`;
    await eventually(async () => expect(await all(again)).toEqual([{ key: old }]));
    const next = (sequence: string) => all(`select nextval('${sequence}')::int as number`);
    expect([await next('project_number'), await next('group_number'), await next('form_a_mat_number')]).toEqual([
      [{ number: Number(lost) + 1 }],
      [{ number: 45 }],
      [{ number: 67 }],
    ]);
    await relay.stop();
    await orm.close(true);
    await drop();
  });
});
