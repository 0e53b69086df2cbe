import { LocalAuthority } from '@academies/contracts';

/** A row of a file of local authorities, by its headings. */
export type AuthorityRow = Readonly<Record<string, string | undefined>>;

const orNull = (text: string | undefined): string | null => text?.trim() || null;

/** The local authority of a row, or what is wrong with it. */
export function authorityOf(row: AuthorityRow): { authority: LocalAuthority } | { wrong: string } {
  const name = orNull(row['director_name']);
  const read = LocalAuthority.safeParse({
    code: row['code']?.trim().padStart(3, '0'),
    name: row['name']?.trim(),
    address: {
      line1: orNull(row['address_1']),
      line2: orNull(row['address_2']),
      line3: orNull(row['address_3']),
      town: orNull(row['address_town']),
      county: orNull(row['address_county']),
      postcode: orNull(row['address_postcode']),
    },
    directorOfChildrensServices: name && {
      name,
      role: orNull(row['director_role']),
      email: orNull(row['director_email']),
    },
  });
  if (read.success) return { authority: read.data };
  return { wrong: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
}
