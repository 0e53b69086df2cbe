import { ForbiddenError, roles, teams } from '@academies/contracts';
import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { z } from 'zod';
import type { SignedInUser } from '../rights/signed-in-user.ts';
import type { SignedInSession } from './session.ts';

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
      'Your account has no name or email address. Ask service support to add them.',
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

/** What a session keeps of the provider's answer. */
export const signedInBy = (tokens: TokenEndpointResponse & TokenEndpointResponseHelpers): SignedInSession => ({
  user: userOf(tokens.claims()),
  idToken: tokens.id_token ?? '',
  ...(tokens.refresh_token && { refreshToken: tokens.refresh_token }),
});
