import type { Person, Region, Role, Team } from '@academies/contracts';

const person = (name: string): Person => ({
  email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@education.gov.uk`,
  name,
});

/** Who signs in as caseworker during development (infra/identity): runs projects of Regional Casework Services. */
export const casey = person('Casey Workwise');
/** Who signs in as regional delivery officer of London, and of the North West. */
const remy = person('Remy Londonton');
const noor = person('Noor Northwell');

/** Who takes projects over in each region. The names belong to nobody. */
export const officerOf: Readonly<Record<Region, Person>> = {
  london: remy,
  north_west: noor,
  south_east: person('Tamsin Overbrook'),
  yorkshire_and_the_humber: person('Idris Calderfield'),
  east_of_england: person('Bettany Fenwright'),
  west_midlands: person('Rufus Arrowsmythe'),
  north_east: person('Elspeth Tynemarsh'),
  south_west: person('Jago Penhallowick'),
  east_midlands: person('Marguerite Soarsby'),
};

/** Everybody of the demo with team and role, so that projects can be assigned to them and a leader is told. */
export const demoPeople: readonly { person: Person; team: Team; roles: readonly Role[] }[] = [
  { person: casey, team: 'regional_casework_services', roles: ['caseworker'] },
  { person: person('Tilda Leadbright'), team: 'regional_casework_services', roles: ['team_leader'] },
  ...Object.entries(officerOf).map(([region, one]) => ({
    person: one,
    team: region as Region,
    roles: ['regional_delivery_officer' as const],
  })),
];
