import { Migration } from '@mikro-orm/migrations';
import { searchWordsSql } from './search-words.ts';
import { searchableSql } from './searchable.sql.ts';
import { standingSql } from './trust-standing.sql.ts';

/** A text out of the state; collation "C", so that order and look-up are the same on every server. */
const ofState = (name: string, path = name) =>
  `${name} text collate "C" generated always as (state #>> '{${path}}') stored`;

const table = (name: string, key: string, ...columns: string[]) => `
  create table ${name} (
    ${[
      `${key} text collate "C" primary key`,
      'sequence bigint not null',
      'state jsonb not null',
      'search_name text collate "C" not null',
      ...columns,
    ].join(',\n    ')}
  )`;

const index = (name: string, ...columns: string[]) => `create index on ${name} (${columns.join(', ')})`;

/** The three tables of a service's copy of the register. */
export class CreateRegisterCopy extends Migration {
  override up(): void {
    this.addSql(
      table(
        'register_establishment',
        'urn',
        ofState('name'),
        ofState('ukprn'),
        ofState('status_code', 'status,code'),
        ofState('type_code', 'type,code'),
        ofState('phase_code', 'phase,code'),
        ofState('local_authority_code', 'localAuthority,code'),
        ofState('local_authority_name', 'localAuthority,name'),
        ofState('establishment_number', 'establishmentNumber'),
        ofState('region'),
        ofState('trust_group_uid', 'trust,code'),
        ofState('constituency_name', 'constituency,name'),
      ),
    );
    this.addSql(
      table(
        'register_trust',
        'group_uid',
        ofState('name'),
        ofState('ukprn'),
        ofState('trn'),
        ofState('status'),
        ofState('companies_house_number', 'companiesHouseNumber'),
      ),
    );
    this.addSql(table('register_constituency', 'name'));
    this.addSql(index('register_establishment', 'trust_group_uid'));
    this.addSql(index('register_establishment', 'local_authority_code'));
    this.addSql(index('register_establishment', 'constituency_name'));
    this.addSql(index('register_trust', 'ukprn'));
    this.addSql(index('register_trust', 'trn'));
    this.addSql(index('register_constituency', 'search_name'));
  }

  override down(): void {
    this.addSql('drop table register_establishment, register_trust, register_constituency');
  }
}

/** How PostgreSQL makes the words of a row that people search. */
export class CreateSearchWords extends Migration {
  override up(): void {
    for (const statement of searchWordsSql) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop function search_words, searchable');
  }
}

/** Which of several records with one number is the trust. */
export class RankTrusts extends Migration {
  override up(): void {
    this.addSql(`alter table register_trust add standing int generated always as ${standingSql} stored`);
  }

  override down(): void {
    this.addSql('alter table register_trust drop column standing');
  }
}

/** Names of copies are compared as `comparable` says since; triggers make the rows of lists anew. */
export class CompareNames extends Migration {
  override up(): void {
    this.addSql(searchableSql);
    for (const copy of ['register_establishment', 'register_trust'])
      this.addSql(`update ${copy} set search_name = searchable(name) where search_name <> searchable(name)`);
    this.addSql(
      `update register_constituency set search_name = searchable(regexp_replace(name, '\\s*\\([^()]*\\)\\s*$', ''))`,
    );
  }

  override down(): void {
    // The names that were kept before are what an older release looks for, until the register is published again.
  }
}

/** To be listed among a service's migrations. */
export const registerMigrations = [CreateRegisterCopy, CreateSearchWords, RankTrusts, CompareNames];
