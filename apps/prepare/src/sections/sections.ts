import { datesAndCase } from './dates-and-case.sections.ts';
import { schools } from './schools.sections.ts';
import { trusts } from './trusts.sections.ts';

/** Every section of a project, in the order of the summary. */
export const sections = [...schools, ...trusts, ...datesAndCase];
