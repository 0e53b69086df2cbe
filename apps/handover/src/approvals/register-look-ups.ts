import type { AcademyApproval, RegisterLookUps } from '@academies/complete';
import { TransientError } from '@academies/contracts';
import {
  endOffsets,
  messagingParts,
  type MessagingParts,
  type Offsets,
  positions,
  topicsOf,
} from '@academies/messaging';
import { establishmentsByUrn, registerSubscription, trustsByTrn, trustsByUkprn } from '@academies/register';
import { sqlOf } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';

/** Complete's copy of the register, which Handover keeps. */
export const completeRegister = registerSubscription('complete-register');

/** The schools and trusts that some approvals name, as the copy has them, and how far the copy had been read before. */
export interface RegisterRows extends RegisterLookUps {
  readonly read: Offsets;
}

const present = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null);

/** Positions first, rows after: what is copied in between only makes a doubt needless. */
export async function registerRows(em: EntityManager, approvals: readonly AcademyApproval[]): Promise<RegisterRows> {
  const read = await positions(sqlOf(em), completeRegister.group);
  const urns = approvals.map(({ urn }) => urn);
  const incoming = approvals.map(({ prepared }) => prepared.incomingTrust);
  const ukprns = [
    ...incoming.map(({ ukprn }) => ukprn),
    ...approvals.map(({ prepared }) => prepared.outgoingTrustUkprn),
  ];
  const schools = await establishmentsByUrn(em, urns);
  const byUkprn = await trustsByUkprn(em, present(ukprns));
  const byTrn = await trustsByTrn(em, present(incoming.map(({ trn }) => trn)));
  return {
    read,
    school: (urn) => schools.get(urn),
    trust: (ukprn) => byUkprn.get(ukprn),
    namesOfTrn: (trn) => [byTrn.get(trn)?.name].filter((name) => name !== undefined),
  };
}

/**
 * Before a school or trust is said to be missing, the copy of the register is read up to where its topics ended when the
 * question came up (docs/domain/handover.md, "What happens on arrival"). So a lagging copy never rejects.
 */
@Injectable()
export class RegisterEnds {
  /** Event → where the topics ended when it was first in doubt: a target that does not move away. */
  private readonly targets = new Map<string, Offsets>();

  constructor(@Inject(messagingParts) private readonly messaging: MessagingParts) {}

  /** Returns when the events in doubt were judged by all that was there; else it throws, and the batch is read again. */
  async mustBeReached(read: Offsets, doubtful: ReadonlySet<string>): Promise<void> {
    const news = [...doubtful].filter((id) => !this.targets.has(id));
    if (news.length > 0) {
      const ends = await this.endsNow();
      for (const id of news) this.targets.set(id, ends);
    }
    if (![...doubtful].every((id) => hasReached(read, this.targets.get(id) as Offsets)))
      throw new TransientError('HANDOVER.REGISTER_BEHIND', 'The copy of the register is being read to its end first');
    for (const id of doubtful) this.targets.delete(id);
  }

  private async endsNow(): Promise<Offsets> {
    const { kafka, logger } = this.messaging;
    try {
      return await endOffsets(kafka, topicsOf(completeRegister), logger);
    } catch (cause) {
      throw new TransientError('HANDOVER.KAFKA_AWAY', 'Kafka does not say where the register ends', { cause });
    }
  }
}

/** Whether a group that has read so far has read all that was there. */
const hasReached = (read: Offsets, target: Offsets): boolean =>
  Object.entries(target).every(([topic, ends]) =>
    Object.entries(ends).every(([partition, end]) => BigInt(read[topic]?.[partition] ?? 0) >= BigInt(end)),
  );
