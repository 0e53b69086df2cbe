import {
  ErasureAnswered,
  ErasureConfirmed,
  ErasureSought,
  ErasureTextCleared,
  type ValueOf,
} from '@academies/contracts';
import { sql } from '@academies/database';
import { EventConsumer, type ReceivedEvent, type Received, subscription } from '@academies/messaging';
import type { Type } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { clearText, confirm, seek } from '../database/erasures.ts';

const answerSql = `
  insert into erasure_answer (erasure, service, step, found, living, texts, at)
  values ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7)
  on conflict (erasure, service) do update
    set (step, found, living, texts, at)
        = (excluded.step, excluded.found, excluded.living, excluded.texts, excluded.at)`;

type Context = Received<ReceivedEvent[]>;

/** Takes note of whom service support asks to erase; the eraser does it. By the name of the service's own group. */
export function erasuresConsumer(group: string): Type {
  @EventConsumer(
    subscription({
      group,
      topics: {
        erasures: {
          [ErasureSought.type]: 'handled',
          [ErasureConfirmed.type]: 'handled',
          [ErasureTextCleared.type]: 'handled',
          [ErasureAnswered.type]: 'handled',
        },
      },
    }),
  )
  class Erasures {
    @EventPattern<string>(ErasureSought.type)
    sought(@Payload() asked: ValueOf<typeof ErasureSought>, @Ctx() { transaction }: Context) {
      return seek(transaction, asked);
    }

    @EventPattern<string>(ErasureConfirmed.type)
    confirmed(@Payload() asked: ValueOf<typeof ErasureConfirmed>, @Ctx() { transaction }: Context) {
      return confirm(transaction, asked);
    }

    @EventPattern<string>(ErasureTextCleared.type)
    cleared(@Payload() { erasure, text }: ValueOf<typeof ErasureTextCleared>, @Ctx() { transaction }: Context) {
      return clearText(transaction, erasure, text);
    }

    @EventPattern<string>(ErasureAnswered.type)
    answered(@Payload() said: ValueOf<typeof ErasureAnswered>, @Ctx() { transaction }: Context) {
      const { erasure, service, step, found, living, texts, at } = said;
      const known = [erasure, service, step, JSON.stringify(found), JSON.stringify(living), texts, at];
      return sql(transaction, answerSql, known);
    }
  }
  return Erasures;
}
