import type { IncomingTrust, IsoDate, PreparedProject } from '@academies/contracts';
import { type BrokenRule, brokenRules, type HandoverFacts } from '@academies/handover-rules';
import { establishmentsByUrn, trustByTrn, trustByUkprn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import { livingProjectsSql, namesUnderTrnSql, trustsInGroupSql } from './handover-facts.sql.ts';

/** What the check needs besides the project. */
export interface CheckContext {
  readonly today: IsoDate;
  readonly allowedDomains: readonly string[];
}

/** What the rules look at, one for each academy: from the project, the register copy and Complete's events. */
export async function handoverFacts(
  em: EntityManager,
  project: PreparedProject,
  { today, allowedDomains }: CheckContext,
): Promise<HandoverFacts[]> {
  const { id, incomingTrust, outgoingTrustUkprn, group } = project;
  const urns = project.academies.map(({ urn }) => urn);
  const schools = await establishmentsByUrn(em, urns);
  const living = await sql<{ urn: string; id: string; prepareId: string }>(em, livingProjectsSql, [urns, id]);
  const common = {
    kind: project.kind,
    formingAMat: project.formingAMat,
    incomingTrust,
    incomingTrustInRegister: await ifKnown(incomingTrust.ukprn, (ukprn) => trustByUkprn(em, ukprn)),
    namesUnderTrn: incomingTrust.trn ? await namesUnder(em, incomingTrust.trn, id) : [],
    outgoingTrustUkprn,
    outgoingTrustInRegister: await ifKnown(outgoingTrustUkprn, (ukprn) => trustByUkprn(em, ukprn)),
    decisionDate: null,
    provisionalDate: project.proposedDate,
    createdBy: project.assignedTo,
    allowedDomains,
    group,
    trustsInGroup: group ? await sql<IncomingTrust>(em, trustsInGroupSql, [group, id]) : [],
    today,
  };
  return urns.map((urn) => ({
    ...common,
    urn,
    school: schools.get(urn) ?? null,
    livingProject: living.find((project) => project.urn === urn) ?? null,
  }));
}

const ifKnown = async <Found>(key: string | null, find: (key: string) => Promise<Found | undefined>) =>
  key === null ? null : ((await find(key)) ?? null);

async function namesUnder(em: EntityManager, trn: string, id: string): Promise<string[]> {
  const inRegister = await trustByTrn(em, trn);
  const inProjects = await sql<{ name: string }>(em, namesUnderTrnSql, [trn, id]);
  return [...(inRegister ? [inRegister.name] : []), ...inProjects.map(({ name }) => name)];
}

/** Every rule of the handover that the project breaks as it stands; what concerns all academies is told once. */
export async function brokenNow(
  em: EntityManager,
  project: PreparedProject,
  context: CheckContext,
): Promise<BrokenRule[]> {
  const broken = (await handoverFacts(em, project, context)).flatMap(brokenRules);
  return [...new Map(broken.map((rule) => [`${rule.rule} ${rule.message}`, rule])).values()];
}
