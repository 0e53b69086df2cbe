import { TransientError } from '@academies/contracts';
import { endOffsets, type Offsets, positions, topicsOf } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { kafkaOf, loggerOf } from '../kafka.ts';
import { type Settings, settingsToken } from '../settings.ts';
import { registerCopy } from './register-copy.subscription.ts';

/**
 * Before a school or trust is said to be missing, the copy of the register is read up to where its topics ended when the
 * question came up (domain/handover.md, "What happens on arrival"). So a lagging copy never rejects.
 */
@Injectable()
export class RegisterIsRead {
  /** Event → where the topics ended when it was first in doubt: a target that does not move away. */
  private readonly targets = new Map<string, Offsets>();

  constructor(@Inject(settingsToken) private readonly settings: Settings) {}

  /** Returns when the copy has been read that far for these events; until then it throws, and the batch waits. */
  async orWait(em: EntityManager, eventIds: readonly string[]): Promise<void> {
    if (eventIds.some((id) => !this.targets.has(id))) {
      const ends = await this.endsNow();
      for (const id of eventIds) if (!this.targets.has(id)) this.targets.set(id, ends);
    }
    const read = await positions(em, registerCopy.group);
    if (!eventIds.every((id) => hasReached(read, this.targets.get(id) as Offsets)))
      throw new TransientError('HANDOVER.REGISTER_BEHIND', 'The copy of the register is being read to its end first');
    for (const id of eventIds) this.targets.delete(id);
  }

  private async endsNow(): Promise<Offsets> {
    try {
      return await endOffsets(kafkaOf(this.settings), topicsOf(registerCopy), loggerOf(this.settings));
    } catch (cause) {
      throw new TransientError('HANDOVER.KAFKA_AWAY', 'Kafka does not say where the register ends', { cause });
    }
  }
}

/** Whether a group that has read so far has read all that was there. */
export const hasReached = (read: Offsets, target: Offsets): boolean =>
  Object.entries(target).every(([topic, ends]) =>
    Object.entries(ends).every(([partition, end]) => BigInt(read[topic]?.[partition] ?? 0) >= BigInt(end)),
  );
