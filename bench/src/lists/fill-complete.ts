import { anActiveCompleteProject, anExampleDecision } from '@academies/contracts';
import type { Client } from 'pg';
import { amounts, fillListing } from './fill-register.ts';

/** Tasks and contacts as a project has them in the middle of its life: they make it wide. */
const worked = {
  tasks: Object.fromEntries(
    Array.from({ length: 15 }, (_, n) => [
      `task_${n}`,
      { notApplicable: false, answers: { received: true, saved: n % 2 === 0 } },
    ]),
  ),
  contacts: Array.from({ length: 4 }, (_, n) => ({
    id: `01999c5e-7a10-7c3e-9b1a-00000000000${n}`,
    name: `Contact ${n}`,
    role: 'Headteacher',
    organisation: 'A school',
    category: 'school',
    email: `contact${n}@example.com`,
    phone: null,
    primary: n === 0,
  })),
};

/** A third is in progress, a twentieth waits for its handover details, the rest is done; one school has one open project. */
const plan = `
  create temp table plan as
  select i, ('01999c5e-7a10-7c3e-9b1a-' || lpad(i::text, 12, '0'))::uuid as id, i % 10 >= 7 as transfer, i % 8 = 5 as forming,
         case when i < 4000 then 'inactive' when i < 34000 then 'active' when i % 50 = 0 then 'dao_revoked' when i % 40 = 0 then 'deleted' else 'completed' end as state,
         case when i < 34000 then 300000 + i else 300000 + pg_temp.pick(i, 8, $1::int) end as urn,
         pg_temp.pick(i, 9, $2::int) as trust, (date '2017-01-01' + pg_temp.pick(i, 10, 4000)) as decided
    from generate_series(0, $3::int - 1) as i`;

const projects = `
  insert into project (id, document, prepared_case)
  select p.id, $1::jsonb || $2::jsonb || jsonb_build_object(
      'id', p.id, 'prepareId', (1001 + i)::text, 'urn', p.urn::text, 'kind', case when transfer then 'transfer' else 'conversion' end,
      'state', p.state, 'formingAMat', forming, 'region', e.region, 'outgoingTrustUkprn', case when transfer then (10000000 + (trust + 17) % 25000)::text end,
      'incomingTrust', case when forming
          then jsonb_build_object('ukprn', null, 'trn', 'TR' || 40000 + i / 24, 'name', pg_temp.place(i / 24) || ' New Trust ' || i / 24)
          else jsonb_build_object('ukprn', (10000000 + trust)::text, 'trn', null, 'name', null) end,
      'group', case when i % 33 = 0 and not forming then 'GRP_' || lpad((trust % 3000)::text, 8, '0') end,
      'advisoryBoardDate', decided, 'significantDate', to_char(decided + 200, 'YYYY-MM') || '-01',
      'provisionalDate', to_char(decided + 200, 'YYYY-MM') || '-01', 'createdAt', to_char(decided + 3, 'YYYY-MM-DD') || 'T09:00:00.000Z',
      'team', case when p.state <> 'inactive' then case when i % 4 = 0 then 'regional_casework_services' else e.region end end,
      'assignedTo', case when p.state <> 'inactive' and i % 12 <> 0 then
         pg_temp.person(least(pg_temp.pick(i, 11, 400), pg_temp.pick(i, 12, 400))) end,
      'createdBy', pg_temp.person(pg_temp.pick(i, 13, 400)), 'dateConfirmed', p.state <> 'inactive' and i % 5 <> 0,
      'completedOn', case when p.state = 'completed' then decided + 230 end,
      'daoRevokedOn', case when p.state = 'dao_revoked' then decided + 90 end),
    $3::jsonb
    from plan p join register_establishment e on e.urn = p.urn::text`;

/** So many projects are the persona's own: the list of a busy caseworker has pages. */
const yours = `
  update project set document = document || jsonb_build_object('assignedTo', jsonb_build_object('name', 'Casey Workwise', 'email', $1::text))
   where id in (select id from plan where state = 'active' order by i limit 60)`;

const others = [
  `insert into person (email, name, team, may_sign_in)
   select value ->> 'email', value ->> 'name', 'london', true from (select pg_temp.person(i) as value from generate_series(0, 399) as i) as people`,
  `insert into project_group (reference, made_at) select 'GRP_' || lpad(i::text, 8, '0'), now() from generate_series(0, 3000) as i`,
  `insert into handover_details (project_id, by_email, by_name, added_at)
   select id, pg_temp.person(i % 400) ->> 'email', pg_temp.person(i % 400) ->> 'name', decided + time '09:00' at time zone 'Europe/London' from plan where state <> 'inactive'`,
  `insert into team_notice (project_id, team, told_at)
   select id, document ->> 'team', now() from project where state = 'active' and assigned_to is null`,
];

/** 94,000 projects in Complete; 60 in progress are run by the person with this e-mail. After the register. */
export async function fillComplete(client: Client, email: string): Promise<void> {
  await client.query(plan, [amounts.schools, amounts.trusts, amounts.complete]);
  const preparedCase = {
    decision: anExampleDecision,
    summary: { rationale: null, risks: null, benefits: null, notes: [] },
  };
  const [base, more, prepared] = [anActiveCompleteProject, worked, preparedCase].map((value) => JSON.stringify(value));
  await client.query(projects, [base, more, prepared]);
  await client.query(yours, [email]);
  for (const statement of others) await client.query(statement);
  await fillListing(client);
}
