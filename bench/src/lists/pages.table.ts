/** A page that is measured; `aim` is for its p95, in milliseconds. */
export interface MeasuredPage {
  readonly service: 'prepare' | 'complete';
  readonly path: string;
  readonly aim: number;
}

/** Projects whose pages are measured. */
export interface Samples {
  readonly undecided: string;
  readonly transfer: string;
  readonly grouped: string;
  readonly approved: string;
  readonly active: string;
  readonly inactive: string;
}

/** A common word, a rare one, several, a URN, the numbers and the name of a trust, a person, a letter, nothing. */
const searches = [
  'primary',
  'ravencroft',
  'st marys primary',
  '312345',
  'TR11234',
  '10001234',
  'academies trust',
  'ashacre learning trust',
  'officer12',
  's',
  'nobodyhasthis',
];

const queries = {
  conversions: [
    '',
    'page=2',
    'page=1750',
    'page=3499',
    ...['school', 'decision', 'date'].flatMap((sort) => [
      `sort=${sort}`,
      `sort=${sort}&page=1750`,
      `sort=${sort}&page=3499`,
    ]),
    ...['status=pre_decision', 'status=withdrawn', 'status=approved&page=900', 'handover=created', 'handover=rejected'],
    ...['handover=created&page=1000', 'region=london', 'region=london&sort=school&page=300', 'authority=301'],
    ...['assigned=nobody', 'assigned=officer3%40education.gov.uk', 'assigned=officer399%40education.gov.uk'],
    ...['month=2026-10', 'month=2026-10&region=london&status=approved', 'region=london&search=primary'],
    ...['search=primary&sort=school', 'search=primary&page=900'],
  ],
  transfers: [
    '',
    'page=1499',
    'sort=school',
    'handover=waiting',
    'region=south_west',
    'sort=decision&status=approved&page=500',
  ],
  'projects/in-progress': ['', 'page=2', 'page=700', 'page=1370', 'region=london', 'team=london&region=london'],
  'projects/in-progress/conversions': ['', 'page=500', 'assigned=officer3%40education.gov.uk'],
  'projects/in-progress/transfers': ['', 'page=400', 'search=primary'],
  'projects/in-progress/forming-a-mat': ['', 'page=90'],
  'projects/statistics': [''],
  'projects/by-month/conversions': ['from=2026-12', 'from=2024-01&to=2026-12', 'from=2026-12&show=provisional'],
  'projects/by-month/transfers': ['from=2026-12', 'from=2026-12&show=completed'],
  'projects/by-region': [''],
  'projects/by-region/london': ['', 'page=100'],
  'projects/by-user': ['', 'page=10'],
  'projects/by-user/officer3%40education.gov.uk': [''],
  'projects/by-trust': ['', 'page=440', 'page=878', 'search=academies+trust'],
  'projects/by-trust/10001234': [''],
  'projects/by-local-authority': ['', 'page=4'],
  'projects/by-local-authority/301': [''],
  'projects/completed': ['', 'page=1440', 'page=2879'],
  'projects/dao-revoked': ['', 'page=30'],
  'projects/team/in-progress': ['', 'team=london', 'page=100'],
  'projects/team/new': ['', 'team=london&page=50'],
  'projects/team/by-user': ['', 'team=london'],
  'projects/team/handed-over': ['team=london'],
  'projects/team/completed': ['', 'team=london&page=100'],
  'projects/yours/added': [''],
  'projects/yours/completed': [''],
  'service-support/academy-urns': [''],
  'service-support/academy-urns/entered': [''],
  'service-support/replaced': [''],
  search: [''],
  handover: ['region=all', 'region=london', 'region=all&page=199', 'region=north_west&search=primary'],
  'projects/yours': ['', 'page=3'],
  'projects/team/unassigned': ['', 'team=london', 'team=regional_casework_services&page=20'],
} as const;

const searched = { conversions: 0, transfers: 0, 'projects/in-progress': 0, handover: 0, search: 0 } as const;

const listPages: MeasuredPage[] = Object.entries(queries).flatMap(([list, some]) => {
  const words = list in searched ? searches.map((search) => `search=${encodeURIComponent(search)}`) : [];
  const more = list === 'handover' ? words.map((word) => `region=all&${word}`) : words;
  const service = list in { conversions: 0, transfers: 0 } ? ('prepare' as const) : ('complete' as const);
  return [...some, ...more].map((query) => ({ service, path: `/${list}${query && `?${query}`}`, aim: 100 }));
});

const projectPages = ({ undecided, transfer, grouped, approved, active, inactive }: Samples): MeasuredPage[] =>
  [
    ...['', '/school', '/incoming-trust', '/assigned-to', '/proposed-date', '/proposed-decision-date', '/case'].map(
      (page) => ['prepare', `/projects/${undecided}${page}`] as const,
    ),
    ...['/decision/outcome', '/notes/new', '/delete'].map(
      (page) => ['prepare', `/projects/${undecided}${page}`] as const,
    ),
    ...['', '/academies', '/outgoing-trust', '/transfer-reasons'].map(
      (page) => ['prepare', `/projects/${transfer}${page}`] as const,
    ),
    ...['', '/group'].map((page) => ['prepare', `/projects/${grouped}${page}`] as const),
    ['prepare', `/projects/${approved}`] as const,
    ['prepare', '/start/01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11/kind'] as const,
    ...['', '/about', '/dates', '/contacts', '/notes', '/people', '/people/assign', '/history', '/complete'].map(
      (page) => ['complete', `/projects/${active}${page}`] as const,
    ),
    ...['', '/handover/check', '/handover/details'].map(
      (page) => ['complete', `/projects/${inactive}${page}`] as const,
    ),
  ].map(([service, path]) => ({ service, path, aim: 60 }));

/** Every list with each of its filters, orders and searches, then pages of projects. */
export const measuredPages = (samples: Samples): MeasuredPage[] => [...listPages, ...projectPages(samples)];
