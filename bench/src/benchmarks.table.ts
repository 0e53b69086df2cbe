import { eventually } from '@academies/testing';
import { count, startSystem, type System } from '@academies/testing/system';
import { ownChoices } from './choice/choices.ts';
import { exportRows } from './export/export-rows.ts';
import { rowTable } from './export/fill-rows.ts';
import { idleProcessor } from './idle/idle-processor.ts';
import { approveToVisible } from './journey/approve-to-visible.ts';
import { listsAtSize } from './lists/lists.ts';
import { workingPeople } from './people/working-people.ts';
import { importSchools } from './register/import-schools.ts';
import type { Figure } from './results/figure.ts';
import { pastFiles } from './time/past-files.ts';
import { answersThroughput } from './throughput/answers.ts';
import { handoverThroughput } from './throughput/handover.ts';
import { projectorThroughput } from './throughput/projector.ts';
import { relayThroughput } from './throughput/relay.ts';

interface Benchmark {
  readonly name: string;
  readonly title: string;
  /** What is done, for the reader of the results. */
  readonly how: string;
  readonly run: () => Promise<Figure[]>;
}

/** A whole system, for the work and not longer. */
const inSystem = (work: (system: System) => Promise<Figure[]>) => async () => {
  const system = await startSystem({ RATE_LIMIT_EXPORTS: '1000000' });
  return settled(system)
    .then(() => work(system))
    .finally(() => system.stop());
};

/** Waits until the demo data has arrived everywhere: a row an academy, and every approval answered. */
async function settled({ databases: { prepare, reporting } }: System): Promise<void> {
  const academies = await count(prepare.url, `select from project, jsonb_array_elements(state -> 'academies')`);
  await eventually(
    async () => {
      const rows = `select from ${await rowTable(reporting.url)}`;
      const open = `${rows} where handover_state = 'waiting'`;
      return (await count(reporting.url, rows)) === academies && (await count(reporting.url, open)) === 0;
    },
    { within: 120_000, every: 500 },
  );
}

/** Everything that is measured, in this order. */
export const benchmarks: readonly Benchmark[] = [
  {
    name: 'journey',
    title: 'From the approval to where it is seen',
    how: 'In the whole system with its demo data, 200 conversions one after the other: from the press of the button in Prepare until the handover list of Complete and the file `all-data` of Reporting show the project. Both are asked without a pause, which itself takes time from the services.',
    run: inSystem(approveToVisible),
  },
  {
    name: 'export',
    title: 'A file of 100,000 rows',
    how: 'All columns, ordered, in one run and in turns: downloaded over HTTP with sign-in, copied by PostgreSQL to /dev/null, copied to a client that drops it, and made with csv-writer from a cursor.',
    run: inSystem(exportRows),
  },
  {
    name: 'time',
    title: 'Files of another moment at 100,000 rows',
    how: 'All columns over HTTP, with sign-in: as at a moment since which one cell in ten of every row has changed, the changes since it, and as at a moment since which nothing has; beside COPY of the same columns to a client that drops it, in turns.',
    run: inSystem(pastFiles),
  },
  {
    name: 'choice',
    title: 'Own choices at 100,000 rows',
    how: 'Over HTTP, signed in: the count and the first 20 rows of 23 choices (filters, periods, searches, orders, columns), 20 times each, one after the other; then ten people at once for 20 seconds, who never pause.',
    run: inSystem(ownChoices),
  },
  {
    name: 'idle',
    title: 'Idle',
    how: 'Processor time over 30 seconds in which nobody asks for anything, with the demo data.',
    run: inSystem(idleProcessor),
  },
  {
    name: 'throughput',
    title: 'Throughput',
    how: 'Each alone, on topics or an outbox that are full when it starts; from its first commit to its last.',
    run: async () => [
      ...(await relayThroughput()),
      ...(await handoverThroughput()),
      ...(await answersThroughput()),
      ...(await projectorThroughput('abreast', { atLeast: 10_000 })),
      ...(await projectorThroughput('in a row', { atLeast: 10_000 })),
    ],
  },
  {
    name: 'lists',
    title: 'Pages at 100,000 projects',
    how: '100,000 projects in Prepare, 94,000 in Complete, 50,000 schools and 25,000 trusts. Over HTTP, signed in: every list with each filter, order and search, pages of projects and forms, 20 times each, one after the other; then ten people at once, each service for half a minute.',
    run: listsAtSize,
  },
  {
    name: 'people',
    title: '200 people at work',
    how: 'At the same 100,000 projects, 200 signed-in people for ten minutes, each with a pause of 5 to 25 s (12 on average) between what they do: half lists and searches, a third pages, the rest saves of a task. Every answer is checked.',
    run: workingPeople,
  },
  {
    name: 'register',
    title: 'A million schools',
    how: 'Imported from one file into an empty register by a process of its own, until all of them are published; then the same file again.',
    run: importSchools,
  },
];
