import { anExampleCompleteProject, anExampleDecision, anUndecidedProject } from '@academies/contracts';
import type { Client } from 'pg';
import { amounts, fillListing } from './fill-register.ts';

/** Seven in ten are conversions; an eighth forms a new trust; two in three are approved; decisions lie in eleven years. */
const plan = `
  create temp table plan as
  select i, (1001 + i)::text as id, i % 10 >= 7 as transfer, i % 8 = 5 as forming, i % 3 <> 0 as approved,
         300000 + pg_temp.pick(i, 8, $1::int - 4) as urn, pg_temp.pick(i, 9, $2::int) as trust,
         (date '2017-01-01' + pg_temp.pick(i, 10, 4000))::text as decided,
         case when i % 20 <> 0 then pg_temp.person(least(pg_temp.pick(i, 11, 400), pg_temp.pick(i, 12, 400))) end as assigned
    from generate_series(0, $3::int - 1) as i`;

const projects = `
  insert into project (id, version, state)
  select id, 1, $1::jsonb || jsonb_build_object(
      'id', id, 'kind', case when transfer then 'transfer' else 'conversion' end,
      'route', case when not transfer then case when i % 4 = 0 then 'sponsored' else 'voluntary' end end,
      'formingAMat', forming,
      'formAMatReference', case when forming then 'FAM_' || lpad((i / 24)::text, 8, '0') end,
      'academies', (select jsonb_agg(jsonb_build_object('urn', (urn + n)::text)) from generate_series(0, case when transfer then i % 3 else 0 end) as n),
      'incomingTrust', case when forming
          then jsonb_build_object('ukprn', null, 'trn', 'TR' || 40000 + i / 24, 'name', pg_temp.place(i / 24) || ' New Trust ' || i / 24)
          else jsonb_build_object('ukprn', (10000000 + trust)::text, 'trn', null, 'name', null) end)
    || jsonb_build_object(
      'outgoingTrustUkprn', case when transfer then (10000000 + (trust + 17) % 25000)::text end,
      'transfer', case when transfer then '{"initiatedBy":"department","reasons":["finance"],"type":"joining_trust"}'::jsonb end,
      'group', case when i % 33 = 0 and not forming then 'GRP_' || lpad((trust % 3000)::text, 8, '0') end,
      'assignedTo', assigned, 'proposedDecisionDate', decided,
      'proposedDate', to_char(decided::date + 200, 'YYYY-MM') || '-01',
      'status', case when approved then case when i % 5 = 1 then 'approved_with_conditions' else 'approved' end
                     else (array['pre_decision','pre_decision','declined','deferred','withdrawn'])[1 + i % 5] end,
      'decision', case when approved then $2::jsonb || jsonb_build_object('date', decided, 'outcome', case when i % 5 = 1 then 'approved_with_conditions' else 'approved' end) end,
      'attempts', approved::int)
    from plan`;

const academies = `
  insert into project_academy (project_id, urn, position, handover_state)
  select id, academy.value ->> 'urn', academy.place - 1,
         case when not approved then 'not_due' when i % 50 = 1 then 'rejected' when i % 40 = 2 then 'waiting' else 'created' end
    from plan join project using (id), jsonb_array_elements(state -> 'academies') with ordinality as academy (value, place)`;

const others = [
  `insert into handover_attempt (project_id, attempt, urns, by_name, at)
   select id, 1, array_agg(a.urn order by position), 'Rowan Ashby', '2026-10-06' from project_academy a join plan on id = project_id
    where approved group by id`,
  `insert into person (email, name, team)
   select value ->> 'email', value ->> 'name', 'london' from (select pg_temp.person(i) as value from generate_series(0, 399) as i) as people`,
  `insert into project_group (reference) select 'GRP_' || lpad(i::text, 8, '0') from generate_series(0, 3000) as i`,
  `select setval('project_number', ${1001 + amounts.prepare})`,
];

const inComplete = `
  insert into complete_project (id, sequence, state)
  select ('01999c5e-7a10-7c3e-9b1a-' || lpad(row_number() over (order by i, a.position)::text, 12, '0'))::uuid, 1,
         $1::jsonb || jsonb_build_object('prepareId', id, 'urn', a.urn, 'state', case when i % 4 = 0 then 'active' else 'completed' end,
           'incomingTrust', state -> 'incomingTrust', 'group', state -> 'group')
    from plan join project using (id) join project_academy a on a.project_id = id
   where a.handover_state = 'created' order by i, a.position limit $2::int`;

/** 100,000 projects in Prepare, with what was answered about them. After the register. */
export async function fillPrepare(client: Client): Promise<void> {
  await client.query(plan, [amounts.schools, amounts.trusts, amounts.prepare]);
  await client.query(projects, [JSON.stringify(anUndecidedProject), JSON.stringify(anExampleDecision)]);
  await client.query(academies);
  for (const statement of others) await client.query(statement);
  await client.query(inComplete, [JSON.stringify(anExampleCompleteProject), amounts.complete]);
  await fillListing(client);
}
