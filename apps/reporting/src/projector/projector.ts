import { TransientError } from '@academies/contracts';
import { Session, type Sql, sqlOf } from '@academies/database';
import { type ConsumerHooks, EventConsumer, type ReceivedEvent, type WholeBatches } from '@academies/messaging';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Inject, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { append, lastPosition } from '../journal/journal.ts';
import { projectEvents, type Projection } from '../projection/project-events.ts';
import { readModelSubscription } from '../projection/state-updates.ts';
import { currentReadModel, holdCurrent } from '../read-model/read-model.ts';
import { tablesVersion } from '../read-model/tables.sql.ts';
import { asServed, buildReadModel, catchUp } from './build-read-model.ts';

/** Where Nest has the projection that the projector works on. */
export const projectionToken = Symbol('projection');

/** After so long a build that failed is tried again. */
const againMs = 10_000;

/**
 * Brings every event into journal, rows and history. One process is active; others stand by without joining the group,
 * since the two sides of a row come from two topics and two writers would lose an update (docs/architecture.md, "Read model").
 */
@EventConsumer(readModelSubscription, { activeOnlyOne: true, batchSize: 2_000 })
export class Projector implements WholeBatches, ConsumerHooks, OnApplicationShutdown {
  readonly #logger = new Logger(Projector.name);
  /** The read model of this release's columns, while an earlier one serves. */
  #building: Promise<void> = Promise.resolve();

  constructor(
    private readonly orm: MikroORM,
    @Inject(projectionToken) private readonly projection: Projection,
  ) {}

  /**
   * Before the first event: the read model that serves holds what the journal holds. When its columns are those of an
   * earlier release, the new one is built beside it, and it goes on taking events until they change places. One whose tables
   * are of an earlier release takes none: it is read from until the new one is there.
   */
  async onActive(stop: AbortSignal): Promise<void> {
    await this.#building;
    const serves = await Session.use(this.orm, 'reporting build', async (session) => {
      const model = await currentReadModel(session);
      if (!model || model.fingerprint === this.projection.fingerprint || model.tables !== tablesVersion)
        return buildReadModel(this.projection, session, stop).then(() => true);
      return catchUp(asServed(model, this.projection), session, stop).then(() => false);
    });
    if (!serves) this.#building = this.buildBeside(stop);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#building;
  }

  private async buildBeside(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      try {
        return await Session.use(this.orm, 'reporting build', (session) =>
          buildReadModel(this.projection, session, stop),
        );
      } catch (error) {
        if (!stop.aborted) this.#logger.error(error);
        await pause(againMs, undefined, { signal: stop }).catch(() => {});
      }
    }
  }

  flush(events: readonly ReceivedEvent[], em: EntityManager): Promise<void> {
    return applyBatch(events, this.projection, sqlOf(em));
  }
}

/** Applies events as they arrive to journal, states, rows and history: one transaction, and one writer at a time. */
export async function applyBatch(received: readonly ReceivedEvent[], projection: Projection, sql: Sql): Promise<void> {
  const held = await holdCurrent(sql);
  // Rows that lack an event would never get it again. It is made up for when a projector becomes the active one.
  if (!held || held.position !== (await lastPosition(sql)))
    throw new TransientError('REPORTING.BEHIND', 'The read model is behind the journal and has to be built first');
  const { events, write } = await append(received, sql);
  await projectEvents(events, asServed(held, projection), sql, write);
}
