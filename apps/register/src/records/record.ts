import { defineEntity, p } from '@mikro-orm/core';

/** One row of one file as it was last taken: its state, and the state's hash, by which a change is seen. */
export const RegisterRecord = defineEntity({
  name: 'RegisterRecord',
  tableName: 'register_record',
  properties: {
    kind: p.text().primary(),
    key: p.text().primary(),
    hash: p.text(),
    state: p.json<object>(),
    changedAt: p.datetime(),
  },
});
