import type { Person } from '@academies/contracts';

const person = (name: string): Person => ({
  email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@education.gov.uk`,
  name,
});

/** Who signs in as delivery officer during development (infra/identity): the projects to try things on are theirs. */
export const dara = person('Dara Officerly');

/** Officers who prepare the other projects. The names belong to nobody. */
export const officers: readonly Person[] = [
  'Rowan Ashby',
  'Imogen Vale',
  'Tobias Fennimore',
  'Keziah Ollerton',
  'Merrin de la Haye',
  'Osric Thistledown',
  'Nerys Pennywell',
  'Ansel Brackenridge',
  'Fenella Marchmont Grey',
  'Jory Wetherspring',
].map(person);

/** Names of those who decide. */
export const decisionMakers = [
  'Hesper Longacre',
  'Corin Applegarth',
  'Lowri Stanbrook',
  'Ewart Millrace',
  'Dilys Fairweather',
  'Perran Holloway',
] as const;

/** Somebody whose address is of a domain that Complete does not allow. */
export const outsider: Person = { email: 'sam.elsewhere@council.example', name: 'Sam Elsewhere' };
