import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { type Figure, missedBy } from './figure.ts';

/** What people wrote below this line stays. */
const ours = '## What the figures say';

/** Figures of one benchmark. */
export interface Measured {
  readonly title: string;
  readonly how: string;
  readonly figures: readonly Figure[];
}

/** Writes the figures with the machine and the day; the reasons below them are kept. */
export function writeResults(file: string, measured: readonly Measured[], versions: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const kept = before.includes(ours) ? before.slice(before.indexOf(ours)) : `${ours}\n`;
  const [processor] = cpus();
  const machine = `${cpus().length} cores (${processor?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${versions}`;
  const head = `# Benchmarks\n\n\`npm run bench\` writes this file. Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}. PostgreSQL, Kafka, the services and whoever measures share these cores.\n`;
  writeFileSync(file, [head, ...measured.map(section), kept].join('\n'));
}

const section = ({ title, how, figures }: Measured) =>
  [`## ${title}`, '', how, '', '| figure | seen | aim | |', '|---|---:|---:|---|', ...figures.map(line), ''].join('\n');

const line = (figure: Figure) =>
  `| ${figure.what} | ${inWords(figure.seen, figure.unit)} | ${aimOf(figure)} | ${result(figure)} |`;

/** A figure as a line on the console. */
export const told = (figure: Figure) => `  ${figure.what}: ${inWords(figure.seen, figure.unit)} ${result(figure)}`;

const inWords = (value: number, unit: string) =>
  `${value.toLocaleString('en-GB', { maximumSignificantDigits: value >= 1000 ? 4 : 3 })} ${unit}`.trim();

const aimOf = ({ aim, unit }: Figure) => {
  if (!aim) return '';
  return 'atLeast' in aim ? `at least ${inWords(aim.atLeast, unit)}` : `at most ${inWords(aim.atMost, unit)}`;
};

const result = (figure: Figure) => {
  if (!figure.aim) return '';
  const missed = missedBy(figure);
  return missed > 0 ? `missed by ${Math.ceil(missed * 100)} %` : 'met';
};
