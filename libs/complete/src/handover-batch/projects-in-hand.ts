import {
  type CompleteProject,
  currentTrace,
  type IncomingTrust,
  type Outgoing,
  TransientError,
} from '@academies/contracts';
import { queueEvents } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import type { ProjectOf } from '../handover/look-ups.ts';
import type { PreparedCase } from '../handover/prepared-case.ts';
import { livingStates } from '../projects/states.ts';
import type { BatchKeys } from './batch-keys.ts';
import { projectsInHandSql } from './projects-in-hand.sql.ts';

/** What is known of a project that is not deleted. */
interface Known extends ProjectOf, IncomingTrust {
  readonly id: string;
  readonly state: CompleteProject['state'];
  readonly group: string | null;
  readonly whole: CompleteProject | null;
  /** The version that was read; 0 for a project that the batch itself makes. */
  readonly version: number;
  readonly preparedCase?: PreparedCase;
  readonly isChanged?: boolean;
}

/**
 * The projects that a batch of events is about: read by one query, changed in memory, written set by set at the end.
 * So each event of a batch sees what those before it did.
 */
export class ProjectsInHand {
  private readonly events: (Outgoing & { traceparent?: string | undefined })[] = [];

  private constructor(private readonly known: Map<string, Known>) {}

  /** Holds what the batch is about and reads it. */
  static async load(em: EntityManager, { prepareIds, urns, trns, groups }: BatchKeys): Promise<ProjectsInHand> {
    await sql(em, projectsInHandSql.hold, [[...urns, ...trns, ...groups].map((key) => `complete ${key}`)]);
    await sql(em, projectsInHandSql.lock, [prepareIds]);
    const rows = await sql<Known>(em, projectsInHandSql.load, [prepareIds, urns, trns, groups]);
    return new ProjectsInHand(new Map(rows.map((row) => [row.id, row])));
  }

  /** The project of a Prepare project and one academy of it. */
  of({ prepareId, urn }: ProjectOf): CompleteProject | null {
    return this.find((one) => one.prepareId === prepareId && one.urn === urn)?.whole ?? null;
  }

  /** All projects of a Prepare project. */
  ofPrepareProject(prepareId: string): CompleteProject[] {
    return [...this.known.values()].flatMap((one) => (one.prepareId === prepareId && one.whole ? [one.whole] : []));
  }

  living(urn: string): Known | undefined {
    return this.find((one) => one.urn === urn && livingStates.includes(one.state));
  }

  namesUnder(trn: string, except: ProjectOf): string[] {
    return this.others(except).flatMap(({ trn: other, name }) => (other === trn && name ? [name] : []));
  }

  trustsInGroup(group: string, except: ProjectOf): IncomingTrust[] {
    return this.others(except)
      .filter((one) => one.group === group)
      .map(({ ukprn, trn, name }) => ({ ukprn, trn, name }));
  }

  /** A project that did not exist. */
  add(project: CompleteProject, preparedCase: PreparedCase): void {
    this.known.set(project.id, { ...factsOf(project), version: 0, preparedCase });
  }

  /** A project as it is from now on. */
  change(project: CompleteProject): void {
    const { version = 0, preparedCase } = this.known.get(project.id) ?? {};
    this.known.set(project.id, {
      ...factsOf(project),
      version,
      ...(preparedCase && { preparedCase }),
      isChanged: version > 0,
    });
  }

  /** Events of what the batch did, each with the trace of the event that it answers. */
  queue(...events: readonly Outgoing[]): void {
    const traceparent = currentTrace();
    this.events.push(...events.map((event) => ({ ...event, traceparent })));
  }

  /** Writes it all: people, groups, projects, events; in the order in which every process does. */
  async write(em: EntityManager): Promise<void> {
    const all = [...this.known.values()];
    const news = all.filter(({ version }) => version === 0).map(({ whole, preparedCase }) => ({ whole, preparedCase }));
    if (news.length > 0) {
      const projects = news.map(({ whole }) => whole as CompleteProject);
      const groups = [...new Set(projects.map(({ group }) => group))].filter((group) => group !== null);
      await sql(em, projectsInHandSql.people, [JSON.stringify(projects.map(({ createdBy }) => createdBy))]);
      if (groups.length > 0) await sql(em, projectsInHandSql.groups, [groups]);
      await sql(em, projectsInHandSql.insert, [JSON.stringify(news)]);
    }
    await this.update(
      em,
      all.filter(({ isChanged }) => isChanged),
    );
    await queueEvents(em, ...this.events);
  }

  private async update(em: EntityManager, changed: readonly Known[]): Promise<void> {
    if (changed.length === 0) return;
    const rows = changed.map(({ whole, version }) => ({ whole, version }));
    const written = await sql(em, projectsInHandSql.update, [JSON.stringify(rows)]);
    if (written.length < changed.length)
      throw new TransientError(
        'COMPLETE.CHANGED_MEANWHILE',
        'Somebody changed a project at the same moment; it is read again',
      );
  }

  private others({ prepareId, urn }: ProjectOf): Known[] {
    return [...this.known.values()].filter((one) => one.prepareId !== prepareId || one.urn !== urn);
  }

  private find(fits: (one: Known) => boolean): Known | undefined {
    return [...this.known.values()].find(fits);
  }
}

const factsOf = (project: CompleteProject) => ({
  id: project.id,
  prepareId: project.prepareId,
  urn: project.urn,
  state: project.state,
  ...project.incomingTrust,
  group: project.group,
  whole: project,
});
