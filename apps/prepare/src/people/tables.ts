import { defineEntity, p } from '@mikro-orm/core';

/** Somebody whom Prepare knows, by e-mail. Roles are the sign-in's, never kept here. */
export const PersonRow = defineEntity({
  name: 'PersonRow',
  tableName: 'person',
  properties: {
    email: p.text().primary(),
    name: p.text(),
    team: p.text().nullable(),
    active: p.boolean(),
  },
});

export const peopleTables = [PersonRow];
