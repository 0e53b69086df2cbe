import { isAcademy } from '@academies/contracts';
import { rule } from './rule.ts';

/** A conversion's school is not an academy yet, a transfer's is one (domain/handover.md, rule 1). */
export const schoolSuitsKind = rule('school-suits-kind', {
  mendedOn: 'school',
  lackingInRegister: true,
  broken: ({ kind, school }) => {
    if (!school) return undefined;
    if (kind === 'conversion') return isAcademy(school) && `${school.name} is an academy already`;
    return !isAcademy(school) && `${school.name} is not an academy, so it cannot transfer`;
  },
});
