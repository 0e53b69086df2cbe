export { DatabaseModule } from './database.module.ts';
export { lead, type LeaderState } from './leader-lock.ts';
export { openDatabase, type Tables } from './open-database.ts';
export { type Connection, openPool, type Pool, type PoolOptions } from './open-pool.ts';
export { type JobOptions, RepeatedJob } from './repeated-job.ts';
export { Session } from './session.ts';
export {
  escapeIdentifier,
  escapeLiteral,
  isLostConnection,
  renameInEach,
  type Sql,
  sql,
  sqlOf,
  textFrom,
} from './sql.ts';
