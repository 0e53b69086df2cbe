import {
  type CompleteProject,
  currentTrace,
  type IncomingTrust,
  type OutboxEvent,
  type Person,
  TransientError,
} from '@academies/contracts';
import { sql } from '@academies/database';
import type { ProjectOf } from '@academies/handover';
import { queueEvents } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcademyApproval, CorrectedTrusts, PreparedCase } from './academy-approval.ts';
import { factChanges } from '../history/fact-changes.ts';
import type { HistoryChange } from '../history/history-line.ts';
import { livingStates } from '../project/change-project.ts';
import { batchProjectsSql } from './batch-projects.sql.ts';

/** What the events of a batch are about: what is looked up for them, and held until their transaction ends. */
export interface BatchKeys {
  readonly prepareIds: readonly string[];
  readonly urns: readonly string[];
  readonly trns: readonly string[];
  readonly groups: readonly string[];
}

/** The keys of approvals, and of Prepare projects that other events are about. */
export const keysOf = (approvals: readonly AcademyApproval[], prepareIds: readonly string[] = []): BatchKeys => ({
  prepareIds: distinct([...approvals.map(({ prepared }) => prepared.id), ...prepareIds]),
  urns: distinct(approvals.map(({ urn }) => urn)),
  trns: distinct(approvals.map(({ prepared }) => prepared.incomingTrust.trn)),
  groups: distinct(approvals.map(({ prepared }) => prepared.group)),
});

/** What is held of a school, a TRN or a group while it is judged. */
const held = (key: string): string => `complete ${key}`;

/**
 * Holds a school until the transaction ends, so that no approval of it is judged meanwhile; false when one is judged now.
 * It does not wait: who holds a project already and waited for a batch that wants it could wait for ever.
 */
export async function tryHoldSchool(em: EntityManager, urn: string): Promise<boolean> {
  const [answer] = await sql<{ held: boolean }>(em, batchProjectsSql.tryHold, [held(urn)]);
  return answer?.held === true;
}

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((value) => value !== null).sort();

/** What is known of a project that is not deleted. */
interface Known extends ProjectOf, IncomingTrust {
  readonly id: string;
  readonly state: CompleteProject['state'];
  readonly group: string | null;
  readonly document: CompleteProject | null;
  /** The version that was read; 0 for a project that the batch itself makes. */
  readonly version: number;
  readonly preparedCase?: PreparedCase;
  readonly isChanged?: boolean;
}

/**
 * The projects that a batch of events is about: read by one query, changed in memory, written set by set at the end.
 * So each event of a batch sees what those before it did.
 */
export class BatchProjects {
  private readonly events: (OutboxEvent & { traceparent?: string | undefined })[] = [];

  private readonly history: (HistoryChange & { projectId: string; at: string; byEmail: string; byName: string })[] = [];

  private readonly corrected = new Map<string, CorrectedTrusts>();

  private constructor(private readonly known: Map<string, Known>) {}

  /** Holds what the batch is about and reads it. */
  static async load(em: EntityManager, { prepareIds, urns, trns, groups }: BatchKeys): Promise<BatchProjects> {
    await sql(em, batchProjectsSql.hold, [[...urns, ...trns, ...groups].map(held)]);
    await sql(em, batchProjectsSql.lock, [prepareIds]);
    const rows = await sql<Known>(em, batchProjectsSql.load, [prepareIds, urns, trns, groups]);
    return new BatchProjects(new Map(rows.map((row) => [row.id, row])));
  }

  /** The project of a Prepare project and one academy of it. */
  of({ prepareId, urn }: ProjectOf): CompleteProject | null {
    return this.find((one) => one.prepareId === prepareId && one.urn === urn)?.document ?? null;
  }

  /** All projects of a Prepare project. */
  ofPrepareProject(prepareId: string): CompleteProject[] {
    return [...this.known.values()].flatMap((one) =>
      one.prepareId === prepareId && one.document ? [one.document] : [],
    );
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
    this.known.set(project.id, { ...knownOf(project), version: 0, preparedCase });
  }

  /** A project as it is from now on; its history says by whom and when. */
  change(project: CompleteProject, { by, at }: { readonly by: Person; readonly at: string }): void {
    const { version = 0, preparedCase, document } = this.known.get(project.id) ?? {};
    const changes = document ? factChanges(document, project) : [];
    this.history.push(
      ...changes.map((one) => ({ ...one, projectId: project.id, at, byEmail: by.email, byName: by.name })),
    );
    this.known.set(project.id, {
      ...knownOf(project),
      version,
      ...(preparedCase && { preparedCase }),
      isChanged: version > 0,
    });
  }

  /** What Prepare's decision names since it was corrected. */
  correctCase(prepareId: string, corrected: CorrectedTrusts): void {
    this.corrected.set(prepareId, corrected);
  }

  /** Events of what the batch did, each with the trace of the event that it answers. */
  queue(...events: readonly OutboxEvent[]): void {
    const traceparent = currentTrace();
    this.events.push(...events.map((event) => ({ ...event, traceparent })));
  }

  /** Writes it all: people, groups, projects, history, events; in the order in which every process does. */
  async write(em: EntityManager): Promise<void> {
    const all = [...this.known.values()];
    const news = all
      .filter(({ version }) => version === 0)
      .map(({ document, preparedCase }) => ({ document, preparedCase }));
    if (news.length > 0) {
      const projects = news.map(({ document }) => document as CompleteProject);
      const groups = [...new Set(projects.map(({ group }) => group))].filter((group) => group !== null);
      await sql(em, batchProjectsSql.people, [JSON.stringify(projects.map(({ createdBy }) => createdBy))]);
      if (groups.length > 0) await sql(em, batchProjectsSql.groups, [groups]);
      await sql(em, batchProjectsSql.insert, [JSON.stringify(news)]);
    }
    await this.update(
      em,
      all.filter(({ isChanged }) => isChanged),
    );
    for (const [prepareId, corrected] of this.corrected)
      await sql(em, batchProjectsSql.correct, [prepareId, JSON.stringify({ corrected })]);
    if (this.history.length > 0) await sql(em, batchProjectsSql.history, [JSON.stringify(this.history)]);
    await queueEvents(em, ...this.events);
  }

  private async update(em: EntityManager, changed: readonly Known[]): Promise<void> {
    if (changed.length === 0) return;
    const rows = changed.map(({ document, version }) => ({ document, version }));
    const written = await sql(em, batchProjectsSql.update, [JSON.stringify(rows)]);
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

const knownOf = (project: CompleteProject) => ({
  id: project.id,
  prepareId: project.prepareId,
  urn: project.urn,
  state: project.state,
  ...project.incomingTrust,
  group: project.group,
  document: project,
});
