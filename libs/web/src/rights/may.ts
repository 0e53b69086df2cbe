import type { Role } from '@academies/contracts';
import { rightsTable, type Right } from './rights.table.ts';

/** May somebody with these roles do this? Several roles add up; no role, no right. */
export function may({ roles }: { roles: readonly Role[] }, right: Right): boolean {
  const holders: readonly Role[] = rightsTable[right];
  return roles.some((role) => holders.includes(role));
}
