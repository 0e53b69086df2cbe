export * from './apply-register-events.ts';
export * from './constituencies.ts';
export * from './establishments.ts';
export {
  afterEach,
  holdShared,
  listingTriggers,
  listNamed,
  listNamedAndClosed,
  trustWords,
} from './listing-triggers.sql.ts';
export * from './migrations.ts';
export * from './register-choices.ts';
export * from './register-copy.ts';
export * from './register-subscription.ts';
export * from './search.ts';
export { comparableTrustSql, searchableSql } from './searchable.sql.ts';
export { wordsQuery } from './search-words.ts';
export * from './tables.ts';
export * from './trusts.ts';
