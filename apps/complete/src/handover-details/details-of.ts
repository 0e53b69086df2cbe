import type { HandoverDetails } from '@academies/complete';
import { type CommandContext, type Region, regions } from '@academies/contracts';
import type { SignedInUser } from '@academies/web';
import type { Assignable } from '../project/people.ts';
import type { HandoverDetailsAnswer } from './handover-details.form.ts';

/** The region that somebody works in; service support, say, has none and chooses region and person. */
export const regionOf = ({ team }: Pick<SignedInUser, 'team'>): Region | null =>
  regions.schema.safeParse(team).data ?? null;

/** What was answered, as the rule takes it. Somebody of a region takes the project over in person. */
export function detailsOf(
  answer: HandoverDetailsAnswer,
  user: SignedInUser,
  people: readonly Assignable[],
): Omit<HandoverDetails, keyof CommandContext | 'sharePointHosts'> {
  const own = regionOf(user);
  const chosen = people.find(({ email }) => email === answer.person);
  return {
    withCasework: answer.with_casework === 'yes',
    comments: answer.comments,
    sharePoint: {
      school: answer.school_link,
      incomingTrust: answer.incoming_trust_link,
      outgoingTrust: answer.outgoing_trust_link,
    },
    twoRequiresImprovement: answer.two_requires_improvement === 'yes',
    region: own ?? answer.region,
    takesOver: { from: own, otherRegionAgreed: answer.other_region?.includes('agreed') === true },
    assignTo: own ? { email: user.email, name: user.name } : chosen ? { email: chosen.email, name: chosen.name } : null,
  };
}
