import type { Visitor } from '@academies/identity';
import { answerApproval } from '@academies/testing/system';

/** Finds a conversion that nothing holds back, approves it, and returns its number. */
export async function approveOne(officer: Visitor): Promise<string> {
  for (const id of await undecided(officer)) {
    const record = await answerApproval(officer, id);
    if (!record) continue;
    await record();
    return id;
  }
  throw new Error('No conversion is ready to be approved');
}

/** Conversions without a decision; the oldest first, since the demo begins with those that are ready. */
async function undecided(officer: Visitor): Promise<string[]> {
  const list = '/conversions?status=pre_decision';
  const first = (await officer.get(list)).text;
  const pages = Math.max(1, ...[...first.matchAll(/page=(\d+)/g)].map(([, page]) => Number(page)));
  const ids: string[] = [];
  for (let page = pages; page > 0; page--) {
    const { text } = await officer.get(`${list}&page=${page}`);
    ids.push(...[...text.matchAll(/href="\/projects\/(\d+)"/g)].map(([, id]) => id!).reverse());
  }
  return ids;
}
