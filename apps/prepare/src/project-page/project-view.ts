import type { CompleteProject, Establishment, PreparedProject } from '@academies/contracts';
import { type FixOn, namesSameTrusts } from '@academies/handover';
import { establishmentsByUrn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { academiesOf } from '../project/project.ts';
import { nameOf } from '../project/project-heading.ts';
import { pastAttempts, type StoredProject } from '../project/project.repository.ts';
import { DecisionRow } from '../project/project.tables.ts';
import type { Project } from '../project/project.ts';
import { fixPages, lockOn, removable, stageOf, whyNoDecision, whyNotAgain, whyNotCorrected } from '../project/stage.ts';
import { summaryOf, type SummaryPart } from '../project/summary.ts';
import { proposedDatePart } from '../proposed-date/change-proposed-date.ts';
import { corrected } from '../sections/corrected-decision/correction-pages.ts';
import { pastCorrections } from '../sections/corrected-decision/past-corrections.ts';
import { type SectionLookUps, lookUpsIn } from '../sections/look-ups.ts';
import { sections } from '../sections/sections.ts';

/** Every part of a project that the summary tells, in its order. */
export const parts: readonly SummaryPart<SectionLookUps>[] = [...sections, proposedDatePart];

/** All that the page of a project shows. */
export async function projectView(em: EntityManager, project: StoredProject) {
  const { facts } = project;
  const schools = await establishmentsByUrn(
    em,
    facts.academies.map(({ urn }) => urn),
  );
  const look = lookUpsIn(em);
  const plain = { disableIdentityMap: true } as const;
  const decisions = await em.find(DecisionRow, { projectId: facts.id }, { ...plain, orderBy: { number: 'desc' } });
  return {
    facts,
    name: nameOf(facts, schools),
    stage: stageOf(project),
    schools: facts.academies.map(({ urn }) => ({ urn, register: schools.get(urn) ?? null })),
    ...(await summaryOf(parts, project, look)),
    handover: academiesOf(project).map((academy) => ({
      ...academy,
      name: nameIn(schools, academy.urn),
      namesOtherTrusts: hasOtherTrusts(facts, academy.project),
    })),
    attempts: await pastAttempts(em, facts),
    decisions: decisions.map(({ state }) => state),
    pastCorrections: await pastCorrections(facts, look),
    fixes: fixesOf(project),
    lock: lockOn(project, {}),
    canDecide: !whyNoDecision(project),
    canHandOver: !whyNotAgain(project),
    removable: removable(project),
    corrections: whyNotCorrected(project)
      ? []
      : corrected.filter(({ applies }) => applies(facts)).map(({ name, label }) => ({ name, label })),
  };
}

/** Whether the decision was corrected and Complete's project was not yet. */
const hasOtherTrusts = (facts: PreparedProject, there: CompleteProject | null): boolean =>
  there !== null && facts.trustCorrections.length > 0 && !namesSameTrusts(facts, there);

const nameIn = (schools: ReadonlyMap<string, Establishment>, urn: string): string =>
  schools.get(urn)?.name ?? `School with the URN ${urn}`;

/** The pages that fix a reason of Complete, as far as they are unlocked now. */
const fixesOf = (project: Project): Partial<Record<FixOn, string>> =>
  Object.fromEntries(
    Object.entries(fixPages).filter(
      ([fixOn, page]) => fixOn === 'decision' || parts.some((part) => part.name === page && !lockOn(project, part)),
    ),
  );

/** A rule that names no page, and a page that is none, does not compile. */
type Page = (typeof sections)[number]['name'] | 'proposed-date' | 'decision';
fixPages satisfies Record<FixOn, Page>;
