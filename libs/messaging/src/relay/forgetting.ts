import type { Session } from '../database/session.ts';
import { relaySql } from './relay.sql.ts';

const [chunk, pauseMs] = [2_000, 60_000];

/** Removes what was published long ago, a chunk at a time, so that nobody waits for it. */
export class Forgetting {
  private due = performance.now() + pauseMs;

  constructor(private readonly keepSeconds: number) {}

  async some(session: Session): Promise<void> {
    if (performance.now() < this.due) return;
    const gone = await session.all(relaySql.forget, [this.keepSeconds, chunk]);
    if (gone.length < chunk) this.due = performance.now() + pauseMs;
  }
}
