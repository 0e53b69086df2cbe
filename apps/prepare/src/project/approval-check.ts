import type { IncomingTrust, IsoDate, PreparedProject } from '@academies/contracts';
import { sql } from '@academies/database';
import { type BrokenRule, brokenRules, handoverFacts, type LivingProject, type RuleLookUps } from '@academies/handover';
import { establishmentsByUrn, trustByTrn, trustsByUkprn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { openInPrepare } from './stage.ts';

/** What the check needs besides the project. */
export interface CheckContext {
  readonly today: IsoDate;
  readonly allowedDomains: readonly string[];
}

/**
 * Everything that stands against an approval: the rules of the handover and, for a project that was not open all the time
 * (declined, withdrawn, deleted in Complete), another one that took the school meanwhile (docs/domain/prepare.md, "Starting
 * a project").
 */
export async function checkProject(
  em: EntityManager,
  project: PreparedProject,
  context: CheckContext,
): Promise<Against[]> {
  const broken = await brokenNow(em, project, context);
  if (project.status === 'pre_decision' || project.status === 'deferred') return broken;
  const urns = project.academies.map(({ urn }) => urn);
  return [...broken, ...(await openElsewhere(em, urns, project.id))];
}

/** A broken rule; when another project holds the school, which one: here, or in Complete. */
export interface Against extends BrokenRule {
  readonly project?: string;
  readonly complete?: string;
}

/** Two who ask for one school wait for each other, in the same order; so the second sees the project of the first. */
const holdSchoolsSql = `
  select pg_advisory_xact_lock(key)
    from (select distinct hashtext('school ' || urn) as key from unnest($1::text[]) as urn) as keys order by key`;

/**
 * Open projects of Prepare, other than this one, that hold one of the schools; each as a broken rule of the school's page.
 * Whoever asks in a transaction holds the schools until it ends, since it is asked in order to take them.
 */
export async function openElsewhere(em: EntityManager, urns: readonly string[], except = ''): Promise<Against[]> {
  if (em.isInTransaction()) await sql(em, holdSchoolsSql, [urns]);
  const found = await sql<{ id: string; urn: string }>(em, openElsewhereSql, [urns, except]);
  return found.map(({ id, urn }) => ({
    rule: openInPrepare,
    message: `The school with the URN ${urn} is in project ${id} already`,
    fixOn: 'school',
    project: id,
  }));
}

/** Projects of Complete, from whichever project of Prepare, that hold one of the schools and are not over. */
export async function livingInComplete(em: EntityManager, urns: readonly string[]): Promise<Against[]> {
  const living = await sql<LivingProject & { urn: string }>(em, livingProjectsSql, [urns, '']);
  return living.map(({ id, urn }) => ({
    rule: 'no-living-project',
    message: `Complete has an open project for the school with the URN ${urn}`,
    fixOn: 'school',
    complete: id,
  }));
}

/** Every rule of the handover that the project breaks as it stands; what concerns all academies is told once. */
async function brokenNow(em: EntityManager, project: PreparedProject, context: CheckContext): Promise<Against[]> {
  const lookUps = await lookUpsFor(em, project);
  const broken = project.academies.flatMap(({ urn }) => {
    const complete = lookUps.livingProject(urn)?.id;
    return brokenRules(handoverFacts(project, urn, lookUps, { ...context, decisionDate: null })).map((rule): Against =>
      rule.rule === 'no-living-project' && complete ? { ...rule, complete } : rule,
    );
  });
  return [...new Map(broken.map((rule) => [`${rule.rule} ${rule.message}`, rule])).values()];
}

/** What the register copy and the other projects, here and in Complete, say about all that a project names. */
async function lookUpsFor(em: EntityManager, project: PreparedProject): Promise<RuleLookUps> {
  const { id, incomingTrust, outgoingTrustUkprn, group } = project;
  const urns = project.academies.map(({ urn }) => urn);
  const schools = await establishmentsByUrn(em, urns);
  const trusts = await trustsByUkprn(
    em,
    [incomingTrust.ukprn, outgoingTrustUkprn].filter((ukprn) => ukprn !== null),
  );
  const names = incomingTrust.trn ? await namesUnder(em, incomingTrust.trn, id) : [];
  const inGroup = group ? await sql<IncomingTrust>(em, trustsInGroupSql, [group, id]) : [];
  const living = await sql<LivingProject & { urn: string }>(em, livingProjectsSql, [urns, id]);
  return {
    school: (urn) => schools.get(urn),
    trust: (ukprn) => trusts.get(ukprn),
    namesUnderTrn: () => names,
    trustsInGroup: () => inGroup,
    livingProject: (urn) => living.find((one) => one.urn === urn),
  };
}

async function namesUnder(em: EntityManager, trn: string, id: string): Promise<string[]> {
  const inRegister = await trustByTrn(em, trn);
  const inProjects = await sql<{ name: string }>(em, namesUnderTrnSql, [trn, id]);
  return [...(inRegister ? [inRegister.name] : []), ...inProjects.map(({ name }) => name)];
}

/** Projects of other Prepare projects that are inactive or active in Complete, for these URNs (rule 2). */
export const livingProjectsSql = `
  select urn, id, prepare_id as "prepareId"
    from complete_project
   where urn = any($1) and complete_state in ('inactive', 'active') and prepare_id <> $2`;

/** Names that other projects give to a trust by its TRN, here and in Complete (rule 4). */
export const namesUnderTrnSql = `
  select incoming_name as name from complete_project
   where incoming_trn = $1 and incoming_name is not null and complete_state <> 'deleted' and prepare_id <> $2
  union
  select incoming_name from project
   where incoming_trn = $1 and incoming_name is not null and not deleted and id <> $2
     and status in ('pre_decision', 'deferred', 'approved', 'approved_with_conditions')`;

/** The incoming trusts of a group's other members, here and in Complete (rule 8). */
export const trustsInGroupSql = `
  select distinct trust ->> 'ukprn' as ukprn, trust ->> 'trn' as trn, trust ->> 'name' as name
    from (
      select state -> 'incomingTrust' as trust, prepare_id from complete_project
       where group_reference = $1 and complete_state <> 'deleted'
      union all
      select state -> 'incomingTrust', id from project
       where group_reference = $1 and not deleted and status not in ('declined', 'withdrawn', 'dao_revoked')
    ) as members
   where prepare_id <> $2`;

/**
 * Other projects of Prepare that hold one of these schools and are open: pre decision, deferred, or approved and not yet
 * completed, revoked or deleted in Complete (docs/domain/prepare.md, "Starting a project").
 */
export const openElsewhereSql = `
  select p.id, a.urn
    from project_academy a
    join project p on p.id = a.project_id
   where a.urn = any($1) and p.id <> $2 and not p.deleted
     and (p.status in ('pre_decision', 'deferred')
          or p.status in ('approved', 'approved_with_conditions')
             and a.handover_state <> 'deleted'
             and not exists (select from complete_project c
                              where c.prepare_id = p.id and c.urn = a.urn and c.complete_state in ('completed', 'dao_revoked')))
   order by p.number`;
