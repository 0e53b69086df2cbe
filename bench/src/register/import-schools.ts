import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { freshDatabase, freshNamespace } from '@academies/testing';
import { highestMemory } from '../resources/processes.ts';
import type { Figure } from '../results/figure.ts';

const schools = 1_000_000;

/** Headings of the register's file, and the cells of each school behind its URN. */
const cells = {
  'LA (code)': '911',
  'LA (name)': 'Marrowby',
  EstablishmentNumber: '5301',
  EstablishmentName: "St Tegla's Primary School",
  'TypeOfEstablishment (code)': '01',
  'TypeOfEstablishment (name)': 'Community school',
  'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
  'EstablishmentStatus (code)': '1',
  'EstablishmentStatus (name)': 'Open',
  'PhaseOfEducation (code)': '2',
  'PhaseOfEducation (name)': 'Primary',
  OpenDate: '01/09/1936',
  CloseDate: '',
  StatutoryLowAge: '5',
  StatutoryHighAge: '11',
  SchoolCapacity: '540',
  NumberOfPupils: '405',
  PercentageFSM: '50.6',
  'Diocese (code)': '0000',
  'Diocese (name)': 'Not applicable',
  'Trusts (code)': '',
  'Trusts (name)': '',
  UKPRN: '',
  Street: '2 Mill Street',
  Locality: 'Larkdale',
  Address3: '',
  Town: 'Marrowby',
  'County (name)': 'Marrowbyshire',
  Postcode: 'ZZ71 9XA',
  SchoolWebsite: 'https://st-teglas.example',
  TelephoneNum: '01632 960769',
  'HeadTitle (name)': 'Dr',
  HeadFirstName: 'Siân',
  HeadLastName: 'Inkpenfield',
  HeadPreferredJobTitle: '',
  'GOR (code)': 'H',
  'GOR (name)': 'London',
  'ParliamentaryConstituency (code)': 'E14009001',
  'ParliamentaryConstituency (name)': 'Marrowby North',
};

function* lines(count: number): Generator<string> {
  yield `URN,${Object.keys(cells).join(',')}\r\n`;
  const rest = Object.values(cells).join(',');
  for (let urn = 0; urn < count; urn++) yield `${String(urn).padStart(6, '0')},${rest}\r\n`;
}

/** One import as a process of its own, until everything is published: its seconds and its highest memory in MB. */
async function imported(
  file: string,
  environment: Record<string, string>,
): Promise<{ seconds: number; memory: number }> {
  const started = performance.now();
  // As `npm run register:import` does: young objects get little room, since a batch of rows is garbage at once.
  const flags = ['--enable-source-maps', '--max-semi-space-size=4'];
  const words = [...flags, 'apps/register/dist/main.js', 'import', '--establishments', file];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, highestMemory(child.pid as number))), 250);
  const [code] = (await once(child, 'exit')) as [number];
  clearInterval(watch);
  if (code !== 0) throw new Error(`The import ended with ${code}`);
  return { seconds: (performance.now() - started) / 1000, memory };
}

/** A million schools into an empty register, published; then the same file again, of which nothing is new. */
export async function importSchools(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-register-'));
  const database = await freshDatabase('bench_register');
  const kafka = freshNamespace('bench');
  try {
    const file = join(folder, 'schools.csv');
    await pipeline(lines(schools), createWriteStream(file));
    const environment = {
      DATABASE_URL: database.url,
      KAFKA_BROKERS: kafka.brokers.join(','),
      KAFKA_NAMESPACE: kafka.namespace,
    };
    const first = await imported(file, environment);
    const again = await imported(file, environment);
    return [
      { what: 'import', seen: first.seconds, unit: 's', aim: { atMost: 150 } },
      { what: 'highest memory', seen: first.memory, unit: 'MB', aim: { atMost: 300 } },
      { what: 'the same file again', seen: again.seconds, unit: 's' },
    ];
  } finally {
    rmSync(folder, { recursive: true });
    await database.drop();
  }
}
