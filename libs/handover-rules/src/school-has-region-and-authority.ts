import { rule } from './rule.ts';

/** The school has a local authority and a region (domain/handover.md, rule 9). Only the register can mend that. */
export const schoolHasRegionAndAuthority = rule('school-has-region-and-authority', {
  mendedOn: null,
  lackingInRegister: true,
  broken: ({ school }) => {
    if (!school) return undefined;
    const lacks = [!school.localAuthority.code && 'local authority', !school.region && 'region'].filter(Boolean);
    return (
      lacks.length > 0 &&
      `${school.name} has no ${lacks.join(' and no ')} in the register. Ask for it to be corrected in Get Information About Schools`
    );
  },
});
