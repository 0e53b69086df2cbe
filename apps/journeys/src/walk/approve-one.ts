import type { Visitor } from '@academies/identity';

/** Finds a conversion that nothing holds back, approves it, and returns its number. */
export async function approveOne(officer: Visitor): Promise<string> {
  for (const id of await undecided(officer)) {
    const step = (name: string, fields: Record<string, string>) => officer.post(`/projects/${id}/decision/${name}`, fields);
    const begun = await step('outcome', { outcome: 'approved' });
    if (!begun.url.endsWith('/decision/decided-by')) continue;
    await step('decided-by', { decidedBy: 'regional_director' });
    await step('name', { deciderName: 'Imogen Vale' });
    let { url, text } = await step('date', { 'date-day': '1', 'date-month': '9', 'date-year': '2026' });
    if (url.endsWith('/academy-order-date')) ({ url, text } = await step('academy-order-date', {}));
    const [, version = ''] = /name="version" value="(\d+)"/.exec(text) ?? [];
    const recorded = await officer.post(`/projects/${id}/decision/check`, { version });
    if (!recorded.url.endsWith('/decision/recorded')) throw new Error(`The approval of ${id} ended at ${recorded.url} (${recorded.status})`);
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
