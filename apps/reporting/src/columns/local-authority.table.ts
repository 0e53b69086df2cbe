import { addressColumns } from './address-columns.ts';
import { identifier, text, unlessFiller } from './cell.ts';
import { column, group } from './column.ts';
import { as, from } from './sources.ts';

/** The local authority of the school: named by the register, the rest kept in Complete. */
export const localAuthorityColumns = group('local authority', [
  column('local_authority_name', {
    heading: 'Local authority',
    meaning: 'Name of the local authority that the school belongs to.',
    source: from.authorityInRegister,
    format: as.text,
    cell: ({ school }) => text(unlessFiller(school?.localAuthority.name)),
  }),
  column('local_authority_code', {
    heading: 'Local authority code',
    meaning: 'Three-digit number of that local authority.',
    source: from.authorityInRegister,
    format: as.identifier,
    cell: ({ school }) => identifier(unlessFiller(school?.localAuthority.code)),
  }),
  ...addressColumns({
    name: 'local_authority',
    heading: 'Local authority',
    longHeadings: true,
    meaning: 'the local authority',
    source: from.authorityInComplete,
    address: ({ localAuthority }) => localAuthority?.address,
  }),
]);
