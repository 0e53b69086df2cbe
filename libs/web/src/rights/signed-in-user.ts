import type { Person, Role, Team } from '@academies/contracts';

/** Who is signed in, as the sign-in token says. `team` is absent for people outside the project teams. */
export interface SignedInUser extends Person {
  readonly roles: readonly Role[];
  readonly team?: Team;
}
