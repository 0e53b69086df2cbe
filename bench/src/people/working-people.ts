import { setTimeout as pause } from 'node:timers/promises';
import { hiddenIn, type Visitor } from '@academies/identity';
import { type FilledServices, filledServices } from '../lists/filled-services.ts';
import { type MeasuredPage, measuredPages } from '../lists/pages.table.ts';
import type { Figure } from '../results/figure.ts';
import { percentile } from '../results/percentile.ts';

const people = Number(process.env['BENCH_PEOPLE'] ?? 200);
const minutes = Number(process.env['BENCH_MINUTES'] ?? 10);

type Kind = 'list' | 'page' | 'save';
/** Half of what people do, a third, and the rest. */
const kinds: readonly Kind[] = ['list', 'page', 'list', 'page', 'list', 'save'];

interface Done {
  readonly kind: Kind;
  readonly ms: number;
  /** What was wrong with the answer. */
  readonly wrong: string | false;
}
type Present = Awaited<ReturnType<FilledServices['somebody']>>;

/** Signed-in people at 100,000 projects, ten minutes long; every answer is checked. */
export async function workingPeople(): Promise<Figure[]> {
  const services = await filledServices();
  try {
    const projects = await services.conversionsInWork(people);
    const pages = measuredPages(services.samples);
    const present: Present[] = [];
    for (const _ of projects) present.push(await services.somebody());
    console.log(`  filled in ${Math.round(services.filled)} s; ${present.length} people are signed in`);
    const until = performance.now() + minutes * 60_000;
    const own = process.cpuUsage();
    const done = await Promise.all(
      present.map((person, place) => day(person, { place, until, pages, project: projects[place] as string })),
    );
    const { user, system } = process.cpuUsage(own);
    return figuresOf(done.flat(), (user + system) / 1_000 / (minutes * 60_000));
  } finally {
    await services.stop();
  }
}

interface Day {
  readonly place: number;
  readonly until: number;
  readonly pages: readonly MeasuredPage[];
  readonly project: string;
}

/** What one person does until the time is over: reads lists and pages in an order of their own, saves a task. */
async function day(person: Present, { place, until, pages, project }: Day): Promise<Done[]> {
  const done: Done[] = [];
  const ofKind = { list: pages.filter(({ aim }) => aim === 100), page: pages.filter(({ aim }) => aim === 60) };
  for (let turn = place; ; turn++) {
    await pause(pauseOf(turn * 7 + place));
    if (performance.now() > until) return done;
    const kind = kinds[turn % kinds.length] as Kind;
    if (kind === 'save') done.push(await saves(person.complete, project, turn));
    else {
      const some = ofKind[kind];
      const { service, path } = some[(turn * 31 + place * 17) % some.length] as MeasuredPage;
      done.push(await reads(person[service], { kind, path }));
    }
  }
}

/** In ms: 5 to 25 s, 12 on average. The golden ratio spreads them evenly, and the same in every run. */
const pauseOf = (turn: number): number => 5_000 + 20_000 * ((turn * 0.618_034) % 1) ** 1.857;

async function reads(visitor: Visitor, { kind, path }: { kind: Kind; path: string }): Promise<Done> {
  const begun = performance.now();
  const { status, text } = await visitor.get(path, { follow: false });
  const ms = performance.now() - begun;
  return { kind, ms, wrong: (status !== 200 || !text.includes('</html>')) && `${path} answered ${status}` };
}

/** Ticks something in a task, or takes the tick away; the page shows it afterwards. Only the saving is timed. */
async function saves(visitor: Visitor, project: string, turn: number): Promise<Done> {
  const path = `/projects/${project}/tasks/redact_and_send`;
  const ticked = turn % 12 < 6;
  const { text } = await visitor.get(path);
  const hidden = (name: string) => hiddenIn(text, name);
  const fields = { shown: hidden('shown'), ...(ticked && { redact: 'yes' }) };
  const begun = performance.now();
  const { status } = await visitor.post(path, fields, { token: hidden('_csrf'), follow: false });
  const ms = performance.now() - begun;
  const isTicked = /name="redact"[^>]*checked/.test((await visitor.get(path)).text);
  return { kind: 'save', ms, wrong: (status !== 303 || isTicked !== ticked) && `${path} answered ${status}` };
}

function figuresOf(done: readonly Done[], share: number): Figure[] {
  const wrong = done.flatMap((one) => one.wrong || []);
  for (const one of wrong.slice(0, 10)) console.log(`  wrong: ${one}`);
  const at = (some: readonly Done[], part: number) =>
    percentile(
      some.map(({ ms }) => ms),
      part,
    );
  return [
    { what: 'answers', seen: done.length, unit: '' },
    { what: 'wrong answers', seen: wrong.length, unit: '', aim: { atMost: 0 } },
    { what: 'p50', seen: at(done, 0.5), unit: 'ms' },
    { what: 'p99', seen: at(done, 0.99), unit: 'ms', aim: { atMost: 300 } },
    ...(['list', 'page', 'save'] as const).map((kind) => ({
      what: `p99 of every ${kind}`,
      seen: at(
        done.filter((one) => one.kind === kind),
        0.99,
      ),
      unit: 'ms',
    })),
    { what: "the measuring client's own share", seen: share * 100, unit: '% of a core' },
  ];
}
