import type { Establishment, Trust } from '@academies/contracts';
import { establishmentsByUrn, trustByTrn, trustByUkprn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { takesAcademyOrderDate } from '../dates/set-academy-order-date.ts';
import { whyNoDecision } from '../decisions/may-decide.ts';
import { DecisionRow } from '../decisions/tables.ts';
import { academiesOf } from '../handover-status/academies-of.ts';
import { whyNotAgain } from '../handover-status/hand-over-again.ts';
import { pastAttempts } from '../handover-status/past-attempts.ts';
import { removable } from '../handover-status/remove-academy.ts';
import { nameOf } from './heading.ts';
import type { StoredProject } from './load-project.ts';
import { lockOn, type Part, stageOf } from './locks.ts';

const parts: readonly Part[] = [
  ...(['school', 'incoming-trust', 'outgoing-trust', 'proposed-date', 'assigned-to', 'group'] as const),
  ...(['proposed-decision-date', 'transfer-reasons', 'case', 'notes'] as const),
];

/** A trust in words: as the register has it, else as the project names it. */
export interface ShownTrust {
  readonly name: string | null;
  readonly ukprn: string | null;
  readonly trn: string | null;
}

/** All that the page of a project shows. */
export async function projectView(em: EntityManager, project: StoredProject) {
  const { facts } = project;
  const schools = await establishmentsByUrn(
    em,
    facts.academies.map(({ urn }) => urn),
  );
  const plain = { disableIdentityMap: true } as const;
  const decisions = await em.find(DecisionRow, { projectId: facts.id }, { ...plain, orderBy: { number: 'desc' } });
  return {
    facts,
    name: nameOf(facts, schools),
    stage: stageOf(project),
    schools: facts.academies.map(({ urn }) => ({ urn, register: schools.get(urn) ?? null })),
    incomingTrust: await incomingTrustOf(em, project),
    outgoingTrust: shown(facts.outgoingTrustUkprn ? await trustByUkprn(em, facts.outgoingTrustUkprn) : undefined, {
      ...{ ukprn: facts.outgoingTrustUkprn, trn: null, name: null },
    }),
    handover: academiesOf(project).map((academy) => ({ ...academy, name: nameIn(schools, academy.urn) })),
    attempts: await pastAttempts(em, facts),
    decisions: decisions.map(({ state }) => state),
    unlocked: parts.filter((part) => !lockOn(project, part)),
    lock: lockOn(project, 'case'),
    canDecide: !whyNoDecision(project),
    canHandOver: !whyNotAgain(project),
    removable: removable(project),
    takesAcademyOrderDate: takesAcademyOrderDate(project),
  };
}

const nameIn = (schools: ReadonlyMap<string, Establishment>, urn: string): string =>
  schools.get(urn)?.name ?? `School with the URN ${urn}`;

async function incomingTrustOf(em: EntityManager, { facts }: StoredProject): Promise<ShownTrust> {
  const { ukprn, trn } = facts.incomingTrust;
  const known = ukprn ? await trustByUkprn(em, ukprn) : trn ? await trustByTrn(em, trn) : undefined;
  return shown(known, facts.incomingTrust);
}

const shown = (known: Trust | undefined, said: ShownTrust): ShownTrust =>
  known ? { name: known.name, ukprn: known.ukprn, trn: known.trn } : said;
