import { sql, sqlOf } from '@academies/database';
import { quiet } from '../fixtures/quiet.ts';
import { aService } from '../fixtures/service.ts';
import { changes } from '../fixtures/subscriptions.ts';
import { consumerSql } from './consumer.sql.ts';
import { handleBatch } from './handle-batch.ts';
import { positions } from './received-watermarks.ts';

describe('The position of a partition', () => {
  it('is not moved back by who still handles an older batch of it', async () => {
    const { orm, kafka, close } = await aService();
    const options = { orm, kafka, subscription: changes, logger: quiet, apply: async () => {} };
    const upTo = (nextOffset: string) =>
      handleBatch(options, { topic: 'prepare.projects', partition: 3, incoming: [], position: '0', nextOffset });
    const begin = JSON.stringify([{ topic: 'prepare.projects', partition: 3, next_offset: 0 }]);
    await sql(orm.em.fork(), consumerSql.begin, ['changes', begin]);
    await upTo('10');
    await upTo('5');
    expect(await positions(sqlOf(orm.em.fork()), 'changes')).toEqual({ 'prepare.projects': { '3': '10' } });
    await close();
  });
});
