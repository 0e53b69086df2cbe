import { searchableSql } from '@academies/register';
import { Migration } from '@mikro-orm/migrations';

/** Names are compared in rows of the past as they are in the narrow table of now. */
export class CreateSearchable extends Migration {
  override up(): void {
    this.addSql(searchableSql);
  }

  override down(): void {
    this.addSql('drop function searchable (text)');
  }
}

/** Who is told of changes in which choice. It outlives the choice, so that they can be told that it is gone. */
export class CreateSubscriptions extends Migration {
  override up(): void {
    this.addSql(`
      create table subscription (
        choice bigint,
        email text collate "C",
        name text not null,
        often text collate "C" not null,
        since bigint not null,
        subscribed_at timestamptz not null,
        settled_at timestamptz not null,
        told_at timestamptz,
        primary key (choice, email)
      )`);
    this.addSql('create index on subscription (email)');
    this.addSql(`alter table visitor add column roles text[] not null default '{}'`);
  }

  override down(): void {
    this.addSql('alter table visitor drop column roles');
    this.addSql('drop table subscription');
  }
}
