import { hiddenIn, type Visitor } from '@academies/identity';

/** Starts a voluntary conversion that nothing will hold back; answers its number. The school has to be a free one. */
export async function prepareConversion(
  officer: Visitor,
  { urn, trust, year, month }: { urn: string; trust: string; year: number; month: number },
): Promise<string> {
  const { url: first } = await officer.get('/start');
  const step = (name: string, fields: Record<string, string> = {}) =>
    officer.post(new URL(first).pathname.replace(/kind$/, name), fields);
  await step('kind', { kind: 'conversion' });
  await step('school', { school_search: urn });
  await step('route', { route: 'voluntary' });
  await step('new-trust', { formingAMat: 'no' });
  const started = await step('check');
  const [, id = ''] = /\/projects\/(\d+)/.exec(started.url) ?? [];
  if (!id) throw new Error(`No conversion of ${urn} was started: ${started.url} (${started.status})`);
  await officer.post(`/projects/${id}/incoming-trust`, { incomingTrust: trust });
  await officer.post(`/projects/${id}/proposed-date`, { 'date-month': String(month), 'date-year': String(year) });
  return id;
}

/**
 * Answers the questions of an approval up to the last page. Gives what records it, or nothing when a rule of the handover
 * holds the project back. Recording it twice records it once.
 */
export async function answerApproval(officer: Visitor, id: string): Promise<(() => Promise<void>) | undefined> {
  const step = (name: string, fields: Record<string, string>) =>
    officer.post(`/projects/${id}/decision/${name}`, fields);
  const begun = await step('outcome', { outcome: 'approved' });
  if (!begun.url.endsWith('/decision/decided-by')) return undefined;
  await step('decided-by', { decidedBy: 'regional_director' });
  await step('name', { deciderName: 'Imogen Vale' });
  let page = await step('date', { 'date-day': '1', 'date-month': '9', 'date-year': '2026' });
  if (page.url.endsWith('/academy-order-date')) page = await step('academy-order-date', {});
  const field = (name: string) => hiddenIn(page.text, name);
  const [shown, token] = [field('shown'), field('_csrf')];
  return async () => {
    const { url, status } = await officer.post(`/projects/${id}/decision/check`, { shown }, { token });
    if (!url.endsWith('/decision/recorded')) throw new Error(`The approval of ${id} ended at ${url} (${status})`);
  };
}
