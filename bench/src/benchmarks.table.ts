import { startSystem, type System } from '@academies/testing/system';
import { exportRows } from './export/export-rows.ts';
import { idleProcessor } from './idle/idle-processor.ts';
import { approveToVisible } from './journey/approve-to-visible.ts';
import type { Figure } from './results/figure.ts';
import { handoverThroughput } from './throughput/handover.ts';
import { projectorThroughput } from './throughput/projector.ts';
import { relayThroughput } from './throughput/relay.ts';
import { settled } from './settled.ts';

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
      ...(await projectorThroughput('abreast', { atLeast: 10_000 })),
      ...(await projectorThroughput('in a row', { atLeast: 10_000 })),
    ],
  },
];
