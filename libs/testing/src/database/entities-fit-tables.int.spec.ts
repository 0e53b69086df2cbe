import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { missingForEntities } from './entities-fit-tables.ts';

class CreateLedger extends Migration {
  override up(): void {
    this.addSql('create table ledger (id text primary key, line text not null)');
    this.addSql('create index on ledger (line)');
  }
}
const Ledger = (properties: object) =>
  defineEntity({ name: 'Ledger', tableName: 'ledger', properties: { id: p.text().primary(), ...properties } });
const missing = (properties: object) =>
  missingForEntities({ name: 'books', entities: [Ledger(properties)], migrations: [CreateLedger] });

describe('What entities miss in their tables', () => {
  it(
    'is nothing when the migrations made it, whatever else they made',
    async () => expect(await missing({ line: p.text() })).toEqual([]),
    30_000,
  );

  it.each([
    ['a column that no migration made', { line: p.text(), page: p.integer() }, /add "page"/],
    ['another type', { line: p.integer() }, /alter column "line" type int/],
    [
      'a column that may be empty for the entity alone',
      { line: p.text().nullable() },
      /alter column "line" drop not null/,
    ],
  ])('is %s', async (_, properties, told) => expect((await missing(properties)).join()).toMatch(told));
});
