import { rule } from './rule.ts';

/** Complete has no inactive or active project for the same school (domain/handover.md, rule 2). */
export const noLivingProject = rule('no-living-project', {
  mendedOn: 'school',
  broken: ({ urn, livingProject }) =>
    livingProject &&
    `Complete already has an open project for the URN ${urn}, from Prepare project ${livingProject.prepareId}`,
});
