const functionOf = (name: string, body: string) => `
  create or replace function ${name}() returns trigger language plpgsql as $body$ begin ${body}; return null; end $body$`;

const hold = (how: string) => `perform ${how}(hashtextextended('project listing', 0))`;

/**
 * Changes of projects go on side by side; a change of the register waits for them and they for it. So no row is made from
 * what somebody else is just replacing.
 */
export const holdShared = hold('pg_advisory_xact_lock_shared');

/** A trigger that works once a statement, with the rows as they are now (`news`) and were (`before`). */
export const afterEach = (table: string, name: string, body: string): string[] => [
  functionOf(name, body),
  ...['insert', 'update'].map(
    (event) => `
      create trigger ${name}_${event} after ${event} on ${table}
      referencing ${event === 'update' ? 'old table as before ' : ''}new table as news
      for each statement execute function ${name}()`,
  ),
];

/** Which facts of a school, and which of a trust, make the rows of its projects anew. */
interface Facts {
  readonly school: readonly string[];
  readonly trust: readonly string[];
}
const named: Facts = {
  school: ['search_name', 'ukprn', 'region', 'local_authority_code', 'establishment_number'],
  trust: ['search_name', 'ukprn', 'trn'],
};
const closed: Facts = {
  school: ['status_code', `state ->> 'closeDate'`],
  trust: ['standing', `state ->> 'closedDate'`],
};

const isAnother = (facts: readonly string[]): string => {
  const of = (row: string) => `(${facts.map((fact) => `${row}.${fact}`).join(', ')})`;
  return `${of('news')} is distinct from ${of('before')}`;
};

const changedSchools = (facts: readonly string[]) => ({
  inserted: 'select urn from news',
  updated: `select urn from news join before using (urn) where ${isAnother(facts)}`,
});

const changedTrusts = (facts: readonly string[]) => ({
  inserted: 'select ukprn from news union select trn from news',
  updated: `
    select numbers.key
      from news join before using (group_uid), lateral (values (news.ukprn), (news.trn), (before.ukprn), (before.trn)) as numbers (key)
     where ${isAnother(facts)}`,
});

/** Only plain numbers are looked for: the register's other texts could be anything, and a query has a syntax. */
const projectsWith = (numbers: string) => `
  array(select distinct project_id
          from (${numbers}) as changed (key)
          join project_listing on words @@ ('''' || lower(changed.key) || '''')::tsquery
         where changed.key ~ '^[A-Za-z0-9]+$')`;

const listThoseOf = ({ inserted, updated }: { inserted: string; updated: string }) => `
  if tg_op = 'INSERT' then perform list_projects(${projectsWith(inserted)});
  else perform list_projects(${projectsWith(updated)});
  end if`;

/**
 * Keeps the rows of a service's lists true (docs/adr/007-lists.md): `list_projects (ids)`, which the service defines, is
 * called with every project that changed, or whose schools or trusts the register changed, in the transaction of the change.
 * Those are found by the words of their rows, which have the numbers of both.
 */
export const listingTriggers = [
  ...afterEach('project', 'list_changed_projects', `${holdShared}; perform list_projects(array(select id from news))`),
  ...afterEach('register_establishment', 'list_schools', listThoseOf(changedSchools(named.school))),
  ...afterEach('register_trust', 'list_trusts', listThoseOf(changedTrusts(named.trust))),
  functionOf('hold_listing', hold('pg_advisory_xact_lock')),
  ...['register_establishment', 'register_trust'].map(
    (table) => `
      create trigger hold_listing before insert or update on ${table}
      for each statement execute function hold_listing()`,
  ),
];

const whenRegisterChanges = ({ school, trust }: Facts): string[] => [
  functionOf('list_schools', listThoseOf(changedSchools(school))),
  functionOf('list_trusts', listThoseOf(changedTrusts(trust))),
];

/** What the triggers above do for a service whose lists also say what the register closed. */
export const listNamedAndClosed = whenRegisterChanges({
  school: [...named.school, ...closed.school],
  trust: [...named.trust, ...closed.trust],
});
/** What they do at first. */
export const listNamed = whenRegisterChanges(named);

/** The words of the trusts of a project, for its row of the lists: two by their UKPRN, one by its TRN. */
export const trustWords = (oneUkprn: string, otherUkprn: string, trn: string): string => `
        select string_agg(words, ' ') as words
          from (select concat_ws(' ', search_name, trn, ukprn) from register_trust where ukprn = ${oneUkprn}
                union all select concat_ws(' ', search_name, trn, ukprn) from register_trust where ukprn = ${otherUkprn}
                union all select concat_ws(' ', search_name, trn, ukprn) from register_trust where trn = ${trn}
               ) as named (words)`;
