import { vocabulary } from './vocabulary.ts';

/** Roles as they stand in the sign-in token's `roles` claim (docs/domain/README.md, People). */
export const roles = vocabulary({
  delivery_officer: 'Delivery officer',
  regional_delivery_officer: 'Regional delivery officer',
  caseworker: 'Caseworker',
  team_leader: 'Team leader',
  service_support: 'Service support',
  business_support: 'Business support',
  data_consumer: 'Data consumer',
});
export type Role = (typeof roles.names)[number];
