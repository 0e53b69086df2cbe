/** Which read models there are, with their lists of columns, and which one files and pages read. */
export const catalogue = {
  find: 'select fingerprint, columns, position, current from read_model where fingerprint = $1',
  current: 'select fingerprint, columns, position, current from read_model where current',
  /** Whoever writes rows holds this line to the end of the transaction: a writer that lost its lead cannot overtake. */
  hold: 'select fingerprint, columns, position, current from read_model where fingerprint = $1 for update',
  add: 'insert into read_model (fingerprint, columns) values ($1, $2::jsonb)',
  remove: 'delete from read_model where fingerprint = $1',
  /** Readers see the old one until the commit, and the new one after it. */
  makeCurrent: 'update read_model set current = (fingerprint = $1) where current or fingerprint = $1',
};
