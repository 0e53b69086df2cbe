import type { Figure } from '../results/figure.ts';
import { percentile } from '../results/percentile.ts';
import { type FilledServices, filledServices } from './filled-services.ts';
import { type MeasuredPage, measuredPages } from './pages.table.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 20);
/** Only pages with this in their address are measured one by one. */
const asked = process.env['BENCH_PAGES'] ?? '';

interface Timed extends MeasuredPage {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Every page of both services at 100,000 projects, one after the other, then ten people at once. */
export async function listsAtSize(): Promise<Figure[]> {
  const services = await filledServices();
  try {
    console.log(`  filled in ${Math.round(services.filled)} s`);
    const timed = await eachPage(services);
    return [
      { what: 'filled in', seen: services.filled, unit: 's', aim: { atMost: 120 } },
      ...figuresOf(
        'lists, filters and searches',
        timed.filter(({ aim }) => aim === 100),
      ),
      ...figuresOf(
        'pages of projects and forms',
        timed.filter(({ aim }) => aim === 60),
      ),
      ...timed
        .filter(({ p95, aim }) => p95 > aim)
        .map(({ path, p95, aim }) => ({ what: `p95 of ${path}`, seen: p95, unit: 'ms', aim: { atMost: aim } })),
      ...(await tenPeople(services)),
    ];
  } finally {
    await services.stop();
  }
}

async function eachPage(services: FilledServices): Promise<Timed[]> {
  const person = await services.somebody();
  const timed: Timed[] = [];
  for (const page of measuredPages(services.samples).filter(({ path }) => path.includes(asked))) {
    const times: number[] = [];
    for (let round = -2; round < rounds; round++) {
      const time = await timeOf(() => person[page.service].get(page.path, { follow: false }), page.path);
      if (round >= 0) times.push(time);
    }
    const [p50, p95, max] = [percentile(times, 0.5), percentile(times, 0.95), Math.max(...times)];
    timed.push({ ...page, p50, p95, max });
    console.log(
      `  ${[p50, p95, max].map((ms) => ms.toFixed(1).padStart(8)).join('')} ms  ${page.service} ${page.path}`,
    );
  }
  return timed;
}

async function timeOf(ask: () => Promise<{ status: number }>, path: string): Promise<number> {
  const begun = performance.now();
  const { status } = await ask();
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return performance.now() - begun;
}

function figuresOf(what: string, timed: readonly Timed[]): Figure[] {
  return [
    { what: `${what}: pages`, seen: timed.length, unit: '' },
    {
      what: `${what}: p95 over the aim`,
      seen: timed.filter(({ p95, aim }) => p95 > aim).length,
      unit: '',
      aim: { atMost: 0 },
    },
    {
      what: `${what}: median p50`,
      seen: percentile(
        timed.map(({ p50 }) => p50),
        0.5,
      ),
      unit: 'ms',
    },
    { what: `${what}: slowest p95`, seen: Math.max(...timed.map(({ p95 }) => p95)), unit: 'ms' },
  ];
}

/** Ten people read lists of both services for half a minute, each the next page as soon as the last one is there. */
async function tenPeople(services: FilledServices): Promise<Figure[]> {
  const pages = measuredPages(services.samples);
  const figures: Figure[] = [];
  for (const service of ['prepare', 'complete'] as const) {
    const mine = pages.filter((page) => page.service === service);
    const times: number[] = [];
    const people = await Promise.all(Array.from({ length: 10 }, () => services.somebody()));
    const begun = performance.now();
    await Promise.all(
      people.map(async (person, place) => {
        for (let turn = place * 7; performance.now() - begun < 30_000; turn++) {
          const { path } = mine[turn % mine.length] as MeasuredPage;
          times.push(await timeOf(() => person[service].get(path, { follow: false }), path));
        }
      }),
    );
    const minutes = (performance.now() - begun) / 60_000;
    figures.push(
      { what: `ten people in ${service}`, seen: times.length / minutes, unit: 'pages/minute' },
      { what: `ten people in ${service}, p95`, seen: percentile(times, 0.95), unit: 'ms' },
    );
  }
  return figures;
}
