import type { Establishment } from '@academies/contracts';
import type { FixOn } from '@academies/handover';
import { establishmentsByUrn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { academiesOf } from '../project/project.ts';
import { nameOf } from '../project/project-heading.ts';
import { pastAttempts, type StoredProject } from '../project/project.repository.ts';
import { DecisionRow } from '../project/project.tables.ts';
import type { Project } from '../project/project.ts';
import { fixPages, lockOn, removable, stageOf, whyNoDecision, whyNotAgain } from '../project/stage.ts';
import { summaryOf, type SummaryPart } from '../project/summary.ts';
import { proposedDatePart } from '../proposed-date/change-proposed-date.ts';
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
  const plain = { disableIdentityMap: true } as const;
  const decisions = await em.find(DecisionRow, { projectId: facts.id }, { ...plain, orderBy: { number: 'desc' } });
  return {
    facts,
    name: nameOf(facts, schools),
    stage: stageOf(project),
    schools: facts.academies.map(({ urn }) => ({ urn, register: schools.get(urn) ?? null })),
    ...(await summaryOf(parts, project, lookUpsIn(em))),
    handover: academiesOf(project).map((academy) => ({ ...academy, name: nameIn(schools, academy.urn) })),
    attempts: await pastAttempts(em, facts),
    decisions: decisions.map(({ state }) => state),
    fixes: fixesOf(project),
    lock: lockOn(project, {}),
    canDecide: !whyNoDecision(project),
    canHandOver: !whyNotAgain(project),
    removable: removable(project),
  };
}

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
