import { refused, type Verdict } from '@academies/contracts';
import type { BrokenRule } from '@academies/handover-rules';
import { establishmentsByUrn, trustByUkprn } from '@academies/register';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql.ts';
import { keepEvents } from '../projects/keep-events.ts';
import type { Occasion } from '../projects/occasion.ts';
import { openElsewhere } from '../projects/open-elsewhere.ts';
import { Projects } from '../projects/projects.ts';
import { startProject } from '../projects/start-project.ts';
import { notRunBy } from '../trusts/runs-every.ts';
import { type Chosen, factsOf } from './new-project.ts';

const holdSchoolSql = `select pg_advisory_xact_lock(hashtext('school ' || urn)) from unnest($1::text[]) as urn order by urn`;
const nextNumberSql = `select nextval('project_number')::text as id`;
const nextFormAMatSql = `
  insert into form_a_mat (reference, name)
  select 'FAM_' || lpad(nextval('form_a_mat_number')::text, 8, '0'), $1 returning reference`;

/** What stands against a project with these schools, and the project that holds one of them already. */
export interface Against {
  readonly problems: readonly BrokenRule[];
  readonly project: string | null;
}

/** New projects: whether their schools are free, and their start. */
@Injectable()
export class NewProjects {
  constructor(
    private readonly orm: MikroORM,
    private readonly projects: Projects,
  ) {}

  /** A school that is closed, of the wrong kind, or in another open project, here or in Complete (domain/prepare.md). */
  async against(chosen: Chosen, em: EntityManager = this.projects.em): Promise<Against> {
    const elsewhere = await openElsewhere(em, chosen.urns);
    const broken = (await this.projects.check(factsOf(chosen), em)).filter(({ mendedOn }) => mendedOn === 'school');
    return { problems: [...elsewhere, ...broken], project: elsewhere[0]?.project ?? null };
  }

  /** Starts the project, assigned to whoever starts it. Two starts for one school wait for each other. */
  create(chosen: Chosen, occasion: Occasion): Promise<Verdict> {
    return this.orm.em.fork().transactional(async (em) => {
      await sql(em, holdSchoolSql, [chosen.urns]);
      const notRun = await notRunByOutgoing(em, chosen);
      if (notRun) return refused(notRun, 'school');
      const { problems } = await this.against(chosen, em);
      if (problems.length > 0) return { problems: problems.map(({ message }) => ({ message, field: 'school' })) };
      const [number] = await sql<{ id: string }>(em, nextNumberSql);
      const verdict = startProject(undefined, {
        ...occasion,
        id: (number as { id: string }).id,
        kind: chosen.kind,
        route: chosen.kind === 'conversion' ? chosen.route : null,
        urns: chosen.urns,
        formingAMat: chosen.formingAMat,
        formAMatReference: await formAMat(em, chosen),
        incomingTrust: { ukprn: null, trn: null, name: chosen.formingAMat ? chosen.newTrust : null },
        outgoingTrustUkprn: chosen.outgoingTrust,
        assignedTo: occasion.by,
        broken: [],
      });
      if (verdict.events) await keepEvents(em, verdict.events, occasion);
      return verdict;
    });
  }
}

async function notRunByOutgoing(em: EntityManager, { kind, outgoingTrust, urns }: Chosen): Promise<string | undefined> {
  if (kind !== 'transfer') return undefined;
  const trust = outgoingTrust ? await trustByUkprn(em, outgoingTrust) : undefined;
  if (!trust) return 'Choose the outgoing trust';
  return notRunBy(trust, [...(await establishmentsByUrn(em, urns)).values()]);
}

/** Projects of one new trust are linked by its name; the first of them makes the reference. */
async function formAMat(em: EntityManager, { formingAMat, newTrust }: Chosen): Promise<string | null> {
  if (!formingAMat || !newTrust) return null;
  const [known] = await sql<{ reference: string }>(
    em,
    'select reference from form_a_mat where lower(name) = lower($1)',
    [newTrust],
  );
  const [made] = known ? [known] : await sql<{ reference: string }>(em, nextFormAMatSql, [newTrust]);
  return made?.reference ?? null;
}
