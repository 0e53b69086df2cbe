import { anExampleEstablishment, anExampleTrust, regions } from '@academies/contracts';
import type { Client } from 'pg';

/** How much there is of what. URNs begin at 300000, UKPRNs of trusts at 10000000, TRNs at TR10000. */
export const amounts = { schools: 50_000, trusts: 25_000, people: 400, prepare: 100_000, complete: 94_000 } as const;

const starts =
  'Ash Birch Brack Brook Calder Cross Dale Elm Farn Fern Gold Hart Hazel Holm Hurst Ivy Kings Lark Lin Marsh Mere Mill North Oak Otter Pen Queens Raven Red Rose Rush Shep Stone Swan Thorn Wal Weir West Wood Yew';
const ends =
  'acre bank borough bridge bury by combe cote croft dale den field ford gate grove ham hill hurst lea ley mere ridge side ton worth';
const kinds = [
  ...Array<string>(9).fill('Primary School'),
  ...Array<string>(4).fill('Church of England Primary School'),
  ...['Catholic Primary School', 'Infant School', 'Junior School', 'High School', 'Community School', 'Academy'],
  'Grammar School',
];
const trustKinds = ['Learning Trust', 'Academies Trust', 'Education Trust', 'Multi Academy Trust', 'Partnership'];

/** What the statements of all fills use: a spread that is the same on every machine, and names of nobody. */
const functions = `
  create function pg_temp.pick(i bigint, salt int, n int) returns int immutable language sql
    return abs(hashint8(i * 64 + salt) % n);
  create function pg_temp.one_of(i bigint, salt int, words text[]) returns text immutable language sql
    return words[1 + pg_temp.pick(i, salt, cardinality(words))];
  create function pg_temp.place(i bigint) returns text immutable language sql
    return pg_temp.one_of(i, 1, '{${starts.replaceAll(' ', ',')}}') || pg_temp.one_of(i, 2, '{${ends.replaceAll(' ', ',')}}');
  create function pg_temp.plain(name text) returns text immutable language sql
    return trim(regexp_replace(lower(replace(name, '''', '')), '[^a-z0-9]+', ' ', 'g'));
  create function pg_temp.person(i bigint) returns jsonb immutable language sql
    return jsonb_build_object('name', pg_temp.place(i + 7) || ' Officer' || i % ${amounts.people},
                              'email', 'officer' || i % ${amounts.people} || '@education.gov.uk');`;

const trusts = `
  insert into register_trust (group_uid, sequence, state, search_name)
  select (5000 + i)::text, 1, $1::jsonb || jsonb_build_object('groupUid', (5000 + i)::text, 'name', name, 'trn', 'TR' || 10000 + i,
           'ukprn', (10000000 + i)::text, 'companiesHouseNumber', lpad(i::text, 8, '0')), pg_temp.plain(name)
    from (select i, pg_temp.place(i) || ' ' || pg_temp.one_of(i, 3, $2) as name from generate_series(0, $3::int - 1) as i) as named`;

const schools = `
  insert into register_establishment (urn, sequence, state, search_name)
  select (300000 + i)::text, 1, $1::jsonb || jsonb_build_object('urn', (300000 + i)::text, 'name', name, 'ukprn', (11000000 + i)::text,
           'establishmentNumber', (2000 + i % 6000)::text,
           'localAuthority', jsonb_build_object('code', (201 + authority)::text, 'name', pg_temp.place(authority) || ' Council ' || authority),
           'trust', case when i % 3 = 0 then jsonb_build_object('code', (5000 + i % $4::int)::text, 'name', 'A trust') else '{"code":null,"name":null}' end,
           'type', case when i % 3 = 0 then '{"code":"34","name":"Academy converter"}'::jsonb else '{"code":"01","name":"Community school"}' end,
           'region', ($5::text[])[1 + authority % 9]), pg_temp.plain(name)
    from (select i, pg_temp.pick(i, 4, 152) as authority,
                 case when i % 5 = 0 then 'St ' || pg_temp.one_of(i, 5, '{Mary,Peter,John,Anne,Luke,Mark}') || '''s ' else '' end
                   || pg_temp.place(i + 11) || ' ' || pg_temp.one_of(i, 6, $2) as name
            from generate_series(0, $3::int - 1) as i) as named`;

/** The copy of the register, the same in both services. First of the fills: it makes what the others use, and stops triggers. */
export async function fillRegister(client: Client): Promise<void> {
  await client.query(functions);
  await client.query(`set session_replication_role = 'replica'`);
  await client.query(trusts, [JSON.stringify(anExampleTrust), trustKinds, amounts.trusts]);
  const school = JSON.stringify(anExampleEstablishment);
  await client.query(schools, [school, kinds, amounts.schools, amounts.trusts, regions.names]);
}

/** The rows of lists, all at once at the end. */
export async function fillListing(client: Client): Promise<void> {
  await client.query(`set session_replication_role = 'origin'`);
  await client.query('analyze');
  await client.query('select list_projects(array(select id from project))');
}
