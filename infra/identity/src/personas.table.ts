import type { Role, Team } from '@academies/contracts';

/** Somebody to sign in as during development and in tests. The names belong to nobody. */
export interface Persona {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly team?: Team;
  /** What this person does here, in a sentence. */
  readonly does: string;
}

const persona = (name: string, role: Role, does: string, team?: Team): Persona => ({
  email: `${name.toLowerCase().replaceAll(' ', '.')}@education.gov.uk`,
  name,
  roles: [role],
  does,
  ...(team && { team }),
});

/** One persona a role (docs/domain/README.md, People), and a second regional delivery officer of another region. */
export const personas = {
  deliveryOfficer: persona('Dara Officerly', 'delivery_officer', 'Prepares projects and records decisions'),
  regionalDeliveryOfficer: persona(
    'Remy Londonton',
    'regional_delivery_officer',
    'Takes over approved projects in London',
    'london',
  ),
  otherRegionalDeliveryOfficer: persona(
    'Noor Northwell',
    'regional_delivery_officer',
    'Takes over approved projects in the North West',
    'north_west',
  ),
  caseworker: persona(
    'Casey Workwise',
    'caseworker',
    'Runs projects: tasks, contacts, dates, notes',
    'regional_casework_services',
  ),
  teamLeader: persona(
    'Tilda Leadbright',
    'team_leader',
    'Assigns the projects of the team',
    'regional_casework_services',
  ),
  serviceSupport: persona('Sunny Mendwell', 'service_support', 'Mends data and helps everybody else'),
  businessSupport: persona('Bobbie Readmore', 'business_support', 'Reads projects and downloads exports'),
  dataConsumer: persona('Dale Rowsworth', 'data_consumer', 'Downloads CSV files'),
} as const satisfies Record<string, Persona>;

/** Every persona, in the order of the sign-in page. */
export const allPersonas: readonly Persona[] = Object.values(personas);
