import { vocabulary } from './vocabulary.ts';

/** The nine regions, named as they travel. */
export const regions = vocabulary({
  london: 'London',
  south_east: 'South East',
  yorkshire_and_the_humber: 'Yorkshire and the Humber',
  north_west: 'North West',
  east_of_england: 'East of England',
  west_midlands: 'West Midlands',
  north_east: 'North East',
  south_west: 'South West',
  east_midlands: 'East Midlands',
});
export type Region = (typeof regions.names)[number];

/** GIAS code of government office region → region (docs/domain/README.md). */
export const regionByGiasCode: Readonly<Record<string, Region>> = {
  H: 'london',
  J: 'south_east',
  D: 'yorkshire_and_the_humber',
  B: 'north_west',
  G: 'east_of_england',
  F: 'west_midlands',
  A: 'north_east',
  K: 'south_west',
  E: 'east_midlands',
};

/** Project teams: Regional Casework Services and the regions. */
export const teams = vocabulary({ regional_casework_services: 'Regional Casework Services', ...regions.table });
export type Team = (typeof teams.names)[number];
