import type { HealthAnswer } from '@academies/web';
import type { Reading } from '../database/reading.ts';
import { currentReadModel } from '../model/read-model.ts';
import type { Standings } from './standings.ts';

/** Degraded while there is nothing to read yet; how fresh it is stands beside. */
export async function readModelHealth(reading: Reading, standings: Standings): Promise<HealthAnswer> {
  const model = await currentReadModel(reading.sql);
  const { asOf, waiting, heldBack } = await standings.now();
  const { fingerprint, position } = model ?? {};
  return { status: model ? 'up' : 'degraded', fingerprint, position, asOf, waiting, heldBack };
}
