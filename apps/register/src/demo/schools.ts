import { type Region, regions } from '@academies/contracts';
import { authorities, authoritiesIn, type InventedAuthority } from './authorities.ts';
import { type Block, blocks, type Lack } from './blocks.table.ts';
import { randomFor } from './random.ts';
import type { SchoolPhase, SchoolStatus, SchoolType } from './school-kinds.table.ts';
import { schoolName } from './school-names.ts';
import { type InventedTrust, trusts } from './trusts.ts';

/** A school that does not exist: what it is; the rest of its row follows from it (`school-row.ts`). */
export interface InventedSchool {
  readonly urn: string;
  readonly name: string;
  readonly type: SchoolType;
  readonly phase: SchoolPhase;
  readonly status: SchoolStatus;
  readonly authority: InventedAuthority;
  readonly trust: InventedTrust | null;
  readonly lacks: Lack | null;
}

/** Every invented school, in the order of the URN. */
export const schools = (): InventedSchool[] =>
  [...Object.values<Block>(blocks).flatMap(schoolsOf), ...academies()].sort((a, b) => (a.urn < b.urn ? -1 : 1));

const round = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

function schoolsOf({ first, count, types, phases, status, lacks, names }: Block): InventedSchool[] {
  return Array.from({ length: count }, (_, index) => {
    const region = round(regions.names, index);
    const turn = Math.floor(index / regions.names.length);
    const kind = { type: round(types, turn), phase: round(phases, turn) };
    const urn = String(first + index);
    return {
      urn,
      ...kind,
      name: names ? round(names, index).replace('{place}', schoolName.place(urn)) : schoolName.of(urn, kind),
      status,
      authority: round(authoritiesIn(region), turn),
      trust: null,
      lacks: lacks ? round(lacks, index) : null,
    };
  });
}

const firstAcademy = 902001;
const secondaryTypes = ['converter', 'sponsorLed'] as const;
const special: readonly { type: SchoolType; phase: SchoolPhase }[] = [
  { type: 'specialConverter', phase: 'none' },
  { type: 'specialSponsorLed', phase: 'none' },
  { type: 'alternativeConverter', phase: 'none' },
  { type: 'alternativeSponsorLed', phase: 'none' },
  { type: 'sixteenConverter', phase: 'sixteenPlus' },
  { type: 'sixteenSponsorLed', phase: 'sixteenPlus' },
  { type: 'converter', phase: 'allThrough' },
  { type: 'converter', phase: 'middleSecondary' },
];

/** A twelfth of the academies are free schools and their like. */
const free: readonly SchoolType[] = [
  'freeSchool',
  'freeSpecial',
  'freeAlternative',
  'freeSixteen',
  'technicalCollege',
  'studioSchool',
];

/** The open academies, trust by trust: those of trust 1 from 902001 on, then those of trust 2, and so on. */
function academies(): InventedSchool[] {
  return trusts
    .flatMap((trust) => Array.from({ length: trust.academies }, (_, place) => ({ trust, place })))
    .map(({ trust, place }, index) => {
      const urn = String(firstAcademy + index);
      const kind = academyKind(trust, place, index);
      return {
        urn,
        ...kind,
        name:
          trust.typeCode === '06' ? schoolName.of(urn, kind).replace(/(Community )?School$/, 'Academy') : trust.name,
        status: 'open',
        authority: authorityOf(trust.region, urn),
        trust,
        lacks: null,
      };
    });
}

function academyKind(trust: InventedTrust, place: number, index: number): { type: SchoolType; phase: SchoolPhase } {
  if (trust.typeCode === '11') return { type: 'secureSixteen', phase: 'sixteenPlus' };
  if (index % 12 === 5) return round(special, Math.floor(index / 12));
  const type = index % 12 === 8 ? round(free, Math.floor(index / 12)) : round(secondaryTypes, index);
  return { type, phase: place % 3 === 2 ? 'secondary' : 'primary' };
}

/** Nearly every academy is in its trust's region. */
function authorityOf(region: Region, urn: string): InventedAuthority {
  const { pick, chance } = randomFor(`authority of ${urn}`);
  return pick(chance(92) ? authoritiesIn(region) : authorities);
}
