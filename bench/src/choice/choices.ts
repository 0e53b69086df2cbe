import { personas, visitor, type Visitor } from '@academies/identity';
import type { System } from '@academies/testing/system';
import { rowTable } from '../export/fill-rows.ts';
import type { Figure } from '../results/figure.ts';
import { percentile } from '../results/percentile.ts';
import { fillChoices } from './fill-choices.ts';

const rows = 100_000;
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 20);

/** Everything, common and rare filters, several at once, periods, words that many and few have, orders, many columns. */
const choices = [
  '',
  'kind=transfer',
  'state=active',
  'region=london',
  'region=london,south-east&state=active&confirmed=provisional',
  'authority=301',
  'person=officer3@education.gov.uk',
  'person=officer399@education.gov.uk&kind=conversion',
  'trust=10001234',
  'mat=forming&state=active',
  'from=2026-12&to=2027-02',
  'from=2017-01&to=2027-12&on=decision_date',
  'period=financial-year&region=north-west',
  'search=primary',
  'search=larkmere',
  'search=church+of+england+primary',
  'search=312345',
  'search=nobodyhasthis',
  'order=-significant_date',
  'order=school',
  'order=-decision_date,school&state=active',
  'columns=project,dates,school,contacts',
  'columns=contacts&region=london&search=primary&order=school',
];

/** Count and first rows of own choices at 100,000 rows: one person, then ten at once, who never pause. */
export async function ownChoices(system: System): Promise<Figure[]> {
  const { url } = system.databases.reporting;
  const filled = await fillChoices(url, await rowTable(url), rows);
  console.log(`  filled in ${Math.round(filled)} s`);
  const somebody = async (): Promise<Visitor> => {
    const person = visitor(system.at('reporting'));
    await person.signIn(personas.dataConsumer);
    return person;
  };
  const one = await somebody();
  const [live, pages]: [number[], number[]] = [[], []];
  for (const choice of choices) {
    const times: number[] = [];
    for (let round = -2; round < rounds; round++) {
      const time = await timeOf(one, `/exports/own/live?${choice}`);
      if (round >= 0) times.push(time);
    }
    for (let round = 0; round < 3; round++) pages.push(await timeOf(one, `/exports/own?${choice}`));
    live.push(...times);
    console.log(
      `  ${[0.5, 0.95].map((share) => percentile(times, share).toFixed(1).padStart(8)).join('')} ms  ${choice || 'everything'}`,
    );
  }
  const together = await tenAtOnce(await Promise.all(Array.from({ length: 10 }, somebody)));
  return [
    { what: 'filled in', seen: filled, unit: 's' },
    { what: 'count and preview, one person, p50', seen: percentile(live, 0.5), unit: 'ms' },
    { what: 'count and preview, one person, p95', seen: percentile(live, 0.95), unit: 'ms', aim: { atMost: 100 } },
    { what: 'count and preview, ten people, p95', seen: percentile(together, 0.95), unit: 'ms', aim: { atMost: 300 } },
    { what: 'the whole page, one person, p95', seen: percentile(pages, 0.95), unit: 'ms' },
  ];
}

async function tenAtOnce(people: readonly Visitor[]): Promise<number[]> {
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    people.map(async (person, place) => {
      for (let turn = place * 3; performance.now() - begun < 20_000; turn++)
        times.push(await timeOf(person, `/exports/own/live?${choices[turn % choices.length]}`));
    }),
  );
  return times;
}

async function timeOf(person: Visitor, path: string): Promise<number> {
  const begun = performance.now();
  const { status } = await person.get(path, { follow: false });
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return performance.now() - begun;
}
