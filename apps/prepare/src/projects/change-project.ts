import { refused, type Verdict } from '@academies/contracts';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { keepEvents } from './keep-events.ts';
import { loadProject, type StoredProject } from './load-project.ts';
import type { Occasion } from './occasion.ts';

/** A rule, asked about a project as it is now; `em` is for what it must look up. */
export type Rule = (project: StoredProject, em: EntityManager) => Verdict | Promise<Verdict>;

export interface ChangeOf {
  readonly id: string;
  /** The version that the person had in front of them; another one means that somebody else was faster. */
  readonly version?: number;
  readonly occasion: Occasion;
}

export const changedMeanwhile =
  'Somebody else changed this project while you had it open. Check what it says now, then send your change again';

/** Asks a rule and keeps what it answers, all in one transaction; the project is held meanwhile. */
export function changeProject(orm: MikroORM, { id, version, occasion }: ChangeOf, rule: Rule): Promise<Verdict> {
  return orm.em.fork().transactional(async (em) => {
    const project = await loadProject(em, id, { toChange: true });
    if (version !== undefined && version !== project.version) return refused(changedMeanwhile);
    const verdict = await rule(project, em);
    if (verdict.events) await keepEvents(em, verdict.events, occasion);
    return verdict;
  });
}
