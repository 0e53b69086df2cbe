import type { Establishment } from '@academies/contracts';

/** The register writes codes with or without leading zeros; Complete keeps three digits (domain/register.md). */
export const authorityCode = ({ localAuthority: { code } }: Establishment): string | null =>
  code && code.padStart(3, '0');
