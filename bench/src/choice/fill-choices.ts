import { regions } from '@academies/contracts';
import { asking, fillRows } from '../export/fill-rows.ts';

const starts =
  'Ash Birch Brook Calder Dale Elm Fern Gold Hart Hazel Ivy Kings Lark Marsh Mill Oak Otter Raven Rose Stone Swan Wood';
const ends =
  'acre bank borough bridge bury combe cote croft den field ford gate grove ham hill hurst lea mere ridge side ton worth';
const kinds = ['primary school', 'church of england primary school', 'high school', 'infant school', 'academy'];
const words = (all: string) => `'{${all.replaceAll(' ', ',')}}'::text[]`;

/**
 * What a choice looks through, spread as in life: eleven years of dates, nine regions, 400 people of whom some have much
 * more than others, 152 authorities, 25,000 trusts, names of schools that share their words.
 */
const spread = (table: string) => `
  update ${table} as c set
    significant_date = date '2017-01-01' + pg_temp.pick(n, 10, 4000),
    decision_date = date '2016-08-01' + pg_temp.pick(n, 10, 4000),
    advisory_board_date = date '2016-08-01' + pg_temp.pick(n, 10, 4000),
    project_type = case when n % 10 >= 7 then 'Transfer' else 'Conversion' end,
    complete_state = case when n % 3 = 0 then 'active' when n % 50 = 1 then 'DAO revoked' when n % 20 = 2 then 'inactive' else 'completed' end,
    significant_date_confirmed = case when n % 5 = 0 then 'no' else 'yes' end,
    mat = case when n % 8 = 5 then 'forming a MAT' else 'joining a MAT' end,
    region = ('{${Object.values(regions.table)
      .map((name) => `"${name}"`)
      .join(',')}}'::text[])[1 + pg_temp.pick(n, 4, 9)],
    managing_team = ('{${Object.values(regions.table)
      .map((name) => `"${name}"`)
      .join(',')}}'::text[])[1 + pg_temp.pick(n, 4, 9)],
    local_authority_code = (201 + pg_temp.pick(n, 4, 152))::text,
    assigned_to_email = 'officer' || least(pg_temp.pick(n, 11, 400), pg_temp.pick(n, 12, 400)) || '@education.gov.uk',
    school_urn = (300000 + n)::text,
    trusts = array[(10000000 + pg_temp.pick(n, 9, 25000))::text],
    school_in_order = name,
    words = name || ' ' || 300000 + n || ' ' || 10000000 + pg_temp.pick(n, 9, 25000) || ' officer' || pg_temp.pick(n, 11, 400)
    from (select key, n, lower((${words(starts)})[1 + pg_temp.pick(n, 1, 22)]) || (${words(ends)})[1 + pg_temp.pick(n, 2, 22)] || ' ' ||
                 ('{${kinds.map((kind) => `"${kind}"`).join(',')}}'::text[])[1 + pg_temp.pick(n, 3, ${kinds.length})] as name
            from (select project_reference as key, row_number() over (order by project_reference) as n from ${table}) as numbered) as spread
   where key = project_reference`;

/** So many rows and the narrow rows beside them; answers with the seconds that it took. */
export async function fillChoices(url: string, rows: string, wanted: number): Promise<number> {
  const begun = performance.now();
  await fillRows(url, rows, wanted);
  const table = `${rows.split('.')[0]}.row_choice`;
  await asking(url, async (client) => {
    await client.query(`create function pg_temp.pick(i bigint, salt int, n int) returns int immutable language sql
      return abs(hashint8(i * 64 + salt) % n)`);
    await client.query(
      `insert into ${table} (project_reference) select project_reference from ${rows} on conflict do nothing`,
    );
    await client.query(spread(table));
    await client.query(`vacuum full analyze ${table}`);
  });
  return (performance.now() - begun) / 1000;
}
