import { asOf, type KafkaSettings, positions } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sqlOf } from '../database/sql.ts';
import { readModelSubscription, sources } from '../projector/read-model.subscription.ts';
import { standingSql } from './standing.sql.ts';
import type { Standing } from './standing.ts';
import { TopicEnds, waitingBetween } from './waiting.ts';

const { group } = readModelSubscription;

/** Says how far the read model is. Asked before a snapshot is taken, what it says holds for the snapshot too. */
@Injectable()
export class Standings {
  readonly #ends: TopicEnds;

  constructor(
    private readonly fork: () => EntityManager,
    kafka: KafkaSettings,
  ) {
    this.#ends = new TopicEnds(kafka);
  }

  async now(): Promise<Standing> {
    const em = this.fork();
    const ends = await this.#ends.now();
    const [moment, read, parked] = [
      await asOf(em, readModelSubscription, sources),
      await positions(em, group),
      await sqlOf(em).all<{ projects: number }>(standingSql.heldBack, [group]),
    ];
    return { asOf: moment ?? null, waiting: ends && waitingBetween(read, ends), heldBack: parked[0]?.projects ?? 0 };
  }
}
