import { type Arrival, HandoverBatch, keysOf, ProjectsInHand, toArrivals } from '@academies/complete';
import { ProjectApproved, type ValueOf } from '@academies/contracts';
import type { ReceivedEvent } from '@academies/messaging';
import { Clock } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { RegisterIsRead } from '../register/register-is-read.ts';
import { RegisterRows } from '../register/register-rows.ts';
import { type Settings, settingsToken } from '../settings.ts';

/** Everything that arrives at Complete's door, a batch of events at a time. */
@Injectable()
export class Arrivals {
  private readonly batches = new WeakMap<EntityManager, HandoverBatch>();

  constructor(
    private readonly clock: Clock,
    private readonly registerIsRead: RegisterIsRead,
    @Inject(settingsToken) private readonly settings: Settings,
  ) {}

  /** Reads what a batch needs in a few queries, before its events are taken one by one. */
  async prefetch(events: readonly ReceivedEvent[], em: EntityManager): Promise<void> {
    const arriving = events.map((event) => ({ event, arrivals: arrivalsOf(event) }));
    const arrivals = arriving.flatMap((one) => one.arrivals);
    const keys = keysOf(
      arrivals,
      events.map(({ key }) => key),
    );
    const projects = await ProjectsInHand.load(em, keys);
    const batchWith = (register: RegisterRows) =>
      new HandoverBatch({
        projects,
        register,
        allowedDomains: this.settings.ALLOWED_EMAIL_DOMAINS,
        now: () => this.clock.now().toISOString(),
      });
    let batch = batchWith(await RegisterRows.load(em, arrivals));
    const doubtful = arriving.filter((one) => one.arrivals.some((arrival) => batch.mayLackRegister(arrival)));
    if (doubtful.length > 0) {
      await this.registerIsRead.orWait(
        em,
        doubtful.map(({ event }) => event.id),
      );
      batch = batchWith(await RegisterRows.load(em, arrivals));
    }
    this.batches.set(em, batch);
  }

  /** The batch of a transaction. */
  batchOf(em: EntityManager): HandoverBatch {
    const batch = this.batches.get(em);
    if (!batch) throw new Error('Nothing was read for this batch');
    return batch;
  }

  /** Judges each academy on its own (domain/handover.md, "What happens on arrival"). */
  judge(arrivals: readonly Arrival[], em: EntityManager): void {
    for (const arrival of arrivals) this.batchOf(em).take(arrival);
  }

  /** Writes projects, answers and rejections. */
  async flush(em: EntityManager): Promise<void> {
    await this.batchOf(em).write(em);
  }
}

const arrivalsOf = (event: ReceivedEvent): Arrival[] =>
  event.type === ProjectApproved.type ? toArrivals(event.value as ValueOf<typeof ProjectApproved>, event) : [];
