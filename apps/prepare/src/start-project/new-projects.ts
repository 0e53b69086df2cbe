import { changed, type CommandContext, type CommandResult, comparableTrust, refused } from '@academies/contracts';
import { sql } from '@academies/database';
import { comparableTrustSql, establishmentsByUrn, trustByUkprn } from '@academies/register';
import type { DraftKey } from '@academies/web';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { loadProject, saveResult } from '../project/project.repository.ts';
import { type Against, openElsewhere } from '../project/approval-check.ts';
import { Projects } from '../project/projects.ts';
import { startProject } from './start-project.ts';
import { notRunBy } from '../project/project.ts';
import type { Project } from '../project/project.ts';
import { type Chosen, factsOf, incomingTrustOf } from './new-project.ts';

const nextNumberSql = `select nextval('project_number')::text as id`;
/** Two who name one new trust wait for each other, so that the second finds the reference that the first made. */
const holdNewTrustSql = `select pg_advisory_xact_lock(hashtext('new trust ' || $1))`;
const nextFormAMatSql = `
  insert into form_a_mat (reference, name)
  select 'FAM_' || lpad(nextval('form_a_mat_number')::text, 8, '0'), $1 returning reference`;

/** The draft that made a project keeps which one, so that it makes no second one of the same answers. */
interface Made {
  readonly project: string;
  readonly chosen: Chosen;
}
const madeSql = `
  select draft.answers -> 'made' as made
    from dialogue_draft draft join project on id = draft.answers #>> '{made,project}' and not deleted
   where dialogue = $1 and subject = $2 and email = $3`;
const keepMadeSql = `
  update dialogue_draft set answers = answers || jsonb_build_object('made', $4::jsonb)
   where dialogue = $1 and subject = $2 and email = $3`;

/** New projects: whether their schools are free, and their start. */
@Injectable()
export class NewProjects {
  constructor(
    private readonly orm: MikroORM,
    private readonly projects: Projects,
  ) {}

  /**
   * A school that is closed, of the wrong kind, or in another open project, here or in Complete (docs/domain/prepare.md), and
   * an incoming trust that cannot be joined.
   */
  async against(chosen: Chosen, em: EntityManager = this.projects.em): Promise<Against[]> {
    const elsewhere = await openElsewhere(em, chosen.urns);
    const broken = await this.projects.check(factsOf(chosen), em);
    const isAsked = ({ fixOn }: Against) =>
      fixOn === 'school' || (fixOn === 'incoming-trust' && chosen.incomingTrust !== null);
    return [...elsewhere, ...broken.filter(isAsked)];
  }

  /**
   * Starts the project of a draft, assigned to whoever starts it. Two starts for one school wait for each other; the same
   * draft sent again finds its own project, with no event.
   */
  create(chosen: Chosen, draft: DraftKey, context: CommandContext): Promise<CommandResult<Project>> {
    const key = [draft.dialogue, draft.subject, draft.email];
    return this.orm.em.fork().transactional(async (em) => {
      const notRun = await notRunByOutgoing(em, chosen);
      if (notRun) return refused(notRun, 'school');
      const against = await this.against(chosen, em);
      const [before] = await sql<{ made: Made }>(em, madeSql, key);
      if (before && isDeepStrictEqual(before.made.chosen, chosen))
        return changed(await loadProject(em, before.made.project));
      if (against.length > 0)
        return { problems: against.map(({ message, fixOn }) => ({ message, field: fixOn ?? 'school' })) };
      const [number] = await sql<{ id: string }>(em, nextNumberSql);
      const result = startProject(undefined, {
        ...context,
        id: (number as { id: string }).id,
        kind: chosen.kind,
        route: chosen.kind === 'conversion' ? chosen.route : null,
        urns: chosen.urns,
        formingAMat: chosen.formingAMat,
        formAMatReference: await formAMat(em, chosen),
        incomingTrust: incomingTrustOf(chosen),
        outgoingTrustUkprn: chosen.outgoingTrust,
        assignedTo: context.by,
        broken: [],
      });
      if (!result.events) return result;
      await saveResult(em, result, context);
      await sql(em, keepMadeSql, [...key, JSON.stringify({ project: result.state.facts.id, chosen } satisfies Made)]);
      return result;
    });
  }
}

async function notRunByOutgoing(em: EntityManager, { kind, outgoingTrust, urns }: Chosen): Promise<string | undefined> {
  if (kind !== 'transfer') return undefined;
  const trust = outgoingTrust ? await trustByUkprn(em, outgoingTrust) : undefined;
  if (!trust) return 'Choose the outgoing trust';
  return notRunBy(trust, [...(await establishmentsByUrn(em, urns)).values()]);
}

/** Projects of one new trust are linked by its name, however it is spelt; the first of them makes the reference. */
async function formAMat(em: EntityManager, { formingAMat, newTrust }: Chosen): Promise<string | null> {
  if (!formingAMat || !newTrust) return null;
  const name = comparableTrust(newTrust);
  await sql(em, holdNewTrustSql, [name]);
  const [known] = await sql<{ reference: string }>(
    em,
    `select reference from form_a_mat where ${comparableTrustSql('name')} = $1 order by reference limit 1`,
    [name],
  );
  const [made] = known ? [known] : await sql<{ reference: string }>(em, nextFormAMatSql, [newTrust]);
  return made?.reference ?? null;
}
