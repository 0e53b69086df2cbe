import { type CompleteState, regions, teams } from '@academies/contracts';

/** Types of project as lists are narrowed by them; the words of domain/README.md. */
export const projectTypes = {
  all: 'All',
  conversions: 'Conversions',
  transfers: 'Transfers',
  'forming-a-mat': 'Forming a MAT',
} as const;
export type ProjectType = keyof typeof projectTypes;

/** What a list holds; what is not said narrows nothing. */
export interface Filters {
  readonly state: CompleteState;
  readonly type?: ProjectType;
  readonly search?: string;
  readonly region?: string;
  readonly team?: string;
  /** An e-mail address, or null for projects that nobody has. */
  readonly assignedTo?: string | null;
}

type Query = Readonly<Record<string, unknown>>;

const said = (query: Query, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, 200) : '';
};

/** What is searched for. */
export const searchIn = (query: Query): string => said(query, 'search');

/** The type of the URL; what is none is all. */
export const typeIn = (query: Query): ProjectType => {
  const type = said(query, 'type');
  return type in projectTypes ? (type as ProjectType) : 'all';
};

/** The region of the URL, `all`, or the one to begin with. */
export const regionIn = (query: Query, first: string | undefined): string => {
  const region = said(query, 'region');
  if (region === 'all' || (regions.names as readonly string[]).includes(region)) return region;
  return (regions.names as readonly (string | undefined)[]).includes(first) ? (first as string) : 'all';
};

/** The team of the URL, or the one to begin with. */
export const teamIn = (query: Query, first: string | undefined) => {
  const read = teams.schema.safeParse(said(query, 'team'));
  return read.success ? read.data : teams.schema.catch('regional_casework_services').parse(first);
};
