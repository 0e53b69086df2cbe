import { rule } from './rule.ts';

/** Somebody is assigned, with an e-mail of an allowed domain and a name of any number of words (rule 7). */
export const creatorIsKnown = rule('creator-is-known', {
  mendedOn: 'assigned-to',
  broken: ({ createdBy, allowedDomains }) => {
    if (!createdBy) return 'Assign the project to somebody';
    if (!createdBy.name.trim()) return 'The assigned person has no name. Assign somebody else';
    const [, domain] = /^[^\s@]+@([^\s@]+)$/.exec(createdBy.email) ?? [];
    const allowed = allowedDomains.some((one) => one.toLowerCase() === domain?.toLowerCase());
    return (
      !allowed && `Assign somebody whose email address ends in ${allowedDomains.map((one) => `@${one}`).join(' or ')}`
    );
  },
});
