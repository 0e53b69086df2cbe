import type { SchoolPhase, SchoolStatus, SchoolType } from './school-kinds.table.ts';

/**
 * A run of schools with consecutive URNs, so that other demo data can choose schools by URN and knows what it gets.
 * Within a block the region goes round: the first URN is in London, then the order of `regions` (libs/contracts), so
 * `first + 9 * n` is in London again. What a school is follows from its place in the block in the same way.
 */
export interface Block {
  readonly first: number;
  readonly count: number;
  readonly types: readonly SchoolType[];
  readonly phases: readonly SchoolPhase[];
  readonly status: SchoolStatus;
  /** Parts that a school lacks, going round. */
  readonly lacks?: readonly Lack[];
  /** Names that are awkward and legal, going round. */
  readonly names?: readonly string[];
}
export type Lack = 'region' | 'authority' | 'phase' | 'head' | 'address' | 'ukprn' | 'ages' | 'number' | 'constituency';

const maintained = ['community', 'voluntaryAided', 'community', 'voluntaryControlled', 'foundation'] as const;

/** The deterministic blocks. Academies are not here: each trust's stand together from 902001 on (`academies.ts`). */
export const blocks = {
  /** Open maintained primary schools, run by nobody: what conversions are about. */
  maintainedPrimaries: { first: 900001, count: 900, types: maintained, phases: ['primary'], status: 'open' },
  /** Open maintained secondary and middle schools. */
  maintainedSecondaries: {
    first: 901001,
    count: 360,
    types: maintained,
    phases: ['secondary', 'secondary', 'middleSecondary', 'secondary', 'allThrough', 'middlePrimary', 'secondary'],
    status: 'open',
  },
  /** Open special schools and pupil referral units; their phase is "Not applicable". */
  special: { first: 901501, count: 90, types: ['communitySpecial', 'pupilReferral'], phases: ['none'], status: 'open' },
  /** Open nursery and independent schools. */
  others: {
    first: 901701,
    count: 54,
    types: ['nursery', 'independent'],
    phases: ['nursery', 'allThrough'],
    status: 'open',
  },
  /** Sixth form colleges, which can convert. */
  colleges: { first: 901801, count: 9, types: ['college'], phases: ['sixteenPlus'], status: 'open' },
  /** Closed maintained schools, many of which became academies. */
  closed: { first: 904001, count: 180, types: maintained, phases: ['primary', 'secondary'], status: 'closed' },
  /** Open, but proposed to close: may still be handed over. */
  proposedToClose: { first: 904301, count: 63, types: maintained, phases: ['primary'], status: 'proposedToClose' },
  /** Academies that are to open: what an academy URN of a conversion can be. */
  proposedToOpen: {
    first: 904501,
    count: 90,
    types: ['converter', 'sponsorLed'],
    phases: ['primary', 'secondary'],
    status: 'proposedToOpen',
  },
  /** Open primaries each of which lacks something; 905001 has no region, 905002 no authority, and so on. */
  lacking: {
    first: 905001,
    count: 36,
    types: ['community'],
    phases: ['primary'],
    status: 'open',
    lacks: ['region', 'authority', 'phase', 'head', 'address', 'ukprn', 'ages', 'number', 'constituency'],
  },
  /** Open primaries with names that try the patience of files, pages and spreadsheets. */
  awkward: {
    first: 905101,
    count: 27,
    types: ['voluntaryAided'],
    phases: ['primary'],
    status: 'open',
    names: [
      "St Tegla's Church in Wales Primary, {place}",
      'Ysgol y Môr, Tân a’r Gwynt, {place}',
      '=Sum of All Parts Primary School, {place}',
      '-Minus One Infants, {place}',
      'The "Little Acorns" School, {place}',
      'École Zoë & Siân, {place} – Infants',
      '@{place} Studio Primary',
      '+Plus {place} Primary School',
      '<b>{place}</b> Primary School; or so',
    ],
  },
} as const satisfies Record<string, Block>;
