import { isOpen } from '@academies/contracts';
import { rule } from './rule.ts';

/** The school is open: status 1, or 3, open but proposed to close (domain/handover.md, rule 1). */
export const schoolIsOpen = rule('school-is-open', {
  mendedOn: 'school',
  lackingInRegister: true,
  broken: ({ school }) =>
    school &&
    !isOpen(school) &&
    `${school.name} is not open: its status in the register is ${school.status.name ?? 'unknown'}`,
});
