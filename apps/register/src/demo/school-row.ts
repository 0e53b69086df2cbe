import { regions } from '@academies/contracts';
import { constituencies } from './constituencies.ts';
import { person, postcode, slug, street, telephone } from './names.ts';
import { type Random, randomFor } from './random.ts';
import { dioceses, phases, regionLetters, statuses, types } from './school-kinds.table.ts';
import { schoolName } from './school-names.ts';
import type { InventedSchool } from './schools.ts';

/** A row as GIAS writes it: header → cell. */
export type Row = Record<string, string>;

/** The row of a school. Its parts are rows of their own, so that a part can be left out. */
export function schoolRow(school: InventedSchool): Row {
  const random = randomFor(`row of ${school.urn}`);
  const { lacks } = school;
  return {
    URN: school.urn,
    ...authority(school, lacks === 'authority'),
    EstablishmentNumber: lacks === 'number' ? '' : String(2000 + (Number(school.urn) % 5999)).padStart(4, '0'),
    EstablishmentName: school.name,
    ...kind(school),
    ...dates(school, random),
    ...pupils(school, random, lacks === 'ages'),
    ...diocese(school, random),
    'Trusts (code)': school.trust?.groupUid ?? '',
    'Trusts (name)': school.trust?.name ?? '',
    UKPRN: lacks === 'ukprn' || school.status === 'proposedToOpen' ? '' : `199${school.urn.slice(1)}`,
    ...address(school, random, lacks === 'address'),
    ...head(random, lacks === 'head' || school.status === 'proposedToOpen'),
    'GOR (code)': lacks === 'region' ? 'Z' : regionLetters[school.authority.region],
    'GOR (name)': lacks === 'region' ? 'Not Applicable' : regions.say(school.authority.region),
    ...constituency(school, random, lacks === 'constituency'),
    'Gender (code)': '3',
    'Gender (name)': 'Mixed',
  };
}

const authority = ({ authority }: InventedSchool, none: boolean): Row =>
  none
    ? { 'LA (code)': '000', 'LA (name)': 'Does not apply' }
    : { 'LA (code)': authority.code, 'LA (name)': authority.name };

function kind({ type, status, phase, lacks }: InventedSchool): Row {
  return {
    'TypeOfEstablishment (code)': types[type].code,
    'TypeOfEstablishment (name)': types[type].name,
    'EstablishmentTypeGroup (name)': types[type].group,
    'FurtherEducationType (name)': type === 'college' ? 'Sixth form college' : '',
    'EstablishmentStatus (code)': statuses[status].code,
    'EstablishmentStatus (name)': statuses[status].name,
    'PhaseOfEducation (code)': lacks === 'phase' ? '' : phases[phase].code,
    'PhaseOfEducation (name)': lacks === 'phase' ? '' : phases[phase].name,
  };
}

const firstOfMonth = (month: number, year: number): string => `01/${String(month).padStart(2, '0')}/${year}`;

function dates({ trust, status }: InventedSchool, { whole, pick }: Random): Row {
  const month = pick([1, 4, 9, 9]);
  const opened = trust ? whole(2011, 2023) : status === 'proposedToOpen' ? 2027 : whole(1905, 2004);
  return {
    OpenDate: !trust && status === 'open' && opened % 5 === 0 ? '' : firstOfMonth(month, opened),
    CloseDate: status === 'closed' ? `31/08/${whole(2012, 2024)}` : status === 'proposedToClose' ? '31/08/2027' : '',
  };
}

function pupils({ phase, status }: InventedSchool, { whole }: Random, noAges: boolean): Row {
  const { ages, capacity } = phases[phase];
  const places = Math.round(whole(capacity[0], capacity[1]) / 15) * 15;
  const empty = status === 'proposedToOpen';
  return {
    StatutoryLowAge: noAges ? '' : String(ages[0]),
    StatutoryHighAge: noAges ? '' : String(ages[1]),
    SchoolCapacity: String(places),
    NumberOfPupils: empty ? '' : String(Math.round((places * whole(68, 104)) / 100)),
    PercentageFSM: empty ? '' : (whole(15, 615) / 10).toFixed(1),
  };
}

function diocese({ name }: InventedSchool, { pick }: Random): Row {
  const letters = name.includes('Catholic') ? 'RC' : name.includes('Church') ? 'CE' : '';
  const found = letters ? pick(dioceses.filter(({ code }) => code.startsWith(letters))) : undefined;
  return { 'Diocese (code)': found?.code ?? '0000', 'Diocese (name)': found?.name ?? 'Not applicable' };
}

function address(school: InventedSchool, random: Random, none: boolean): Row {
  const cells = [street(random), random.chance(60) ? schoolName.place(school.urn) : '', '', school.authority.town];
  const [line1, line2, line3, town] = none ? ['', '', '', ''] : cells;
  return {
    Street: line1 as string,
    Locality: line2 as string,
    Address3: line3 as string,
    Town: town as string,
    'County (name)': none || random.chance(30) ? '' : `${school.authority.name}shire`,
    Postcode: none ? '' : postcode(random),
    SchoolWebsite: random.chance(8) ? '' : `https://${slug(school.name).slice(0, 40)}-${school.urn}.example`,
    TelephoneNum: none ? '' : telephone(random),
  };
}

function head(random: Random, none: boolean): Row {
  const { title, firstName, lastName } = person(random);
  return {
    'HeadTitle (name)': none ? '' : title,
    HeadFirstName: none ? '' : firstName,
    HeadLastName: none ? '' : lastName,
    HeadPreferredJobTitle: none
      ? ''
      : random.pick(['Headteacher', 'Headteacher', 'Principal', 'Executive Headteacher', '']),
  };
}

function constituency({ authority }: InventedSchool, { pick }: Random, none: boolean): Row {
  const found = pick(constituencies.filter((one) => one.authority === authority));
  return {
    'ParliamentaryConstituency (code)': none ? '999999999' : found.code,
    'ParliamentaryConstituency (name)': none ? 'Not Applicable' : found.name,
  };
}
