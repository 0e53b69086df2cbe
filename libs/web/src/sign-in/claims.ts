import { ForbiddenError, roles, teams } from '@academies/contracts';
import { z } from 'zod';
import type { SignedInUser } from './signed-in-user.ts';

const Claims = z.object({
  email: z.string().min(3),
  name: z.string().min(1),
  roles: z.array(z.string()).default([]),
  team: z.string().optional(),
});

/** The person that a token speaks of. Roles and teams that the field does not know count for nothing. */
export function userOf(claims: unknown): SignedInUser {
  const read = Claims.safeParse(claims);
  if (!read.success) {
    throw new ForbiddenError(
      'WEB.ACCOUNT_INCOMPLETE',
      'Your account has no name or email address. Ask service support to mend it.',
    );
  }
  const { email, name } = read.data;
  const team = teams.schema.safeParse(read.data.team);
  return {
    email: email.toLowerCase(),
    name,
    roles: roles.names.filter((role) => read.data.roles.includes(role)),
    ...(team.success && { team: team.data }),
  };
}
