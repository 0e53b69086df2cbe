import { type IsoDate, kinds, regions, teams, type Team } from '@academies/contracts';
import { inWordsOf, later } from '../by-month/months.ts';
import type { AlikeProjects, Opening } from './counted-projects.ts';

/** One line of a table: a number for each of its series. */
export interface Row {
  readonly label: string;
  readonly values: readonly number[];
}

/** A table, of which a chart is drawn too. */
export interface Figures {
  readonly title: string;
  /** Which projects are counted, where that is not plain. */
  readonly says?: string;
  readonly series: readonly string[];
  readonly rows: readonly Row[];
}

const measures: readonly (readonly [label: string, count: (alike: AlikeProjects) => number])[] = [
  ['Waiting for handover details', ({ state, all }) => (state === 'inactive' ? all : 0)],
  ['In progress', ({ state, isAssigned, all }) => (state === 'active' && isAssigned ? all : 0)],
  ['Unassigned', ({ state, isAssigned, all }) => (state === 'active' && !isAssigned ? all : 0)],
  ['Completed', ({ state, all }) => (state === 'completed' ? all : 0)],
  ['DAO revoked', ({ state, all }) => (state === 'dao_revoked' ? all : 0)],
  ['All', ({ all }) => all],
  ['Of these on hold', ({ onHold }) => onHold],
  ['New this month', ({ arrived }) => arrived],
];
const series = kinds.names.map((kind) => `${kinds.say(kind)}s`);
const ofEachKind = (count: (kind: string) => number) => kinds.names.map(count);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const measured = (title: string, alike: readonly AlikeProjects[]): Figures => ({
  title,
  series,
  rows: measures.map(([label, count]) => ({
    label,
    values: ofEachKind((kind) => sum(alike.filter((one) => one.kind === kind).map(count))),
  })),
});

/** The six months after this one. */
export const openingMonths = (today: IsoDate): IsoDate[] =>
  Array.from({ length: 6 }, (_, at) => `${later(today.slice(0, 7), at + 1)}-01`);

/** All that is counted (docs/domain/complete-pages.md, "All projects"). */
export function statisticsOf({
  alike,
  opening,
  people,
  months,
}: {
  alike: readonly AlikeProjects[];
  opening: readonly Opening[];
  people: readonly { team: Team; people: number }[];
  months: readonly IsoDate[];
}) {
  const inProgress = ({ state, isAssigned }: AlikeProjects) => state === 'active' && isAssigned;
  return {
    figures: [
      measured('All projects', alike),
      measured(
        'Projects that Regional Casework Services run',
        alike.filter(({ withCasework }) => withCasework),
      ),
      measured(
        'Projects that Regional Casework Services do not run',
        alike.filter(({ withCasework }) => !withCasework),
      ),
      {
        title: 'Openers of the next six months',
        says: 'Active projects with their date in that month, confirmed or not, assigned or not. By month shows those that are assigned and confirmed.',
        series,
        rows: months.map((month) => ({
          label: inWordsOf(month.slice(0, 7)),
          values: ofEachKind((kind) =>
            sum(opening.filter((one) => one.month === month && one.kind === kind).map(({ count }) => count)),
          ),
        })),
      },
      {
        title: 'In progress in each region',
        series,
        rows: regions.names.map((region) => ({
          label: regions.say(region),
          values: ofEachKind((kind) =>
            sum(
              alike
                .filter((one) => one.region === region && one.kind === kind && inProgress(one))
                .map(({ all }) => all),
            ),
          ),
        })),
      },
      {
        title: 'People of each team',
        series: ['People'],
        rows: teams.names.map((team) => ({
          label: teams.say(team),
          values: [people.find((one) => one.team === team)?.people ?? 0],
        })),
      },
    ] satisfies Figures[],
    regions: regions.names.map((region) =>
      measured(
        regions.say(region),
        alike.filter((one) => one.region === region),
      ),
    ),
  };
}
