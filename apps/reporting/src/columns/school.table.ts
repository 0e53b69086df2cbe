import type { Establishment } from '@academies/contracts';
import { addressColumns } from './address-columns.ts';
import { identifier, none, text, dfeNumber, unlessFiller } from './cell.ts';
import { column, group } from './column.ts';
import { as, from } from './sources.ts';

/** `5 - 11`; where the register has one end only, that end in words. */
function ageRange({ lowAge, highAge }: Establishment) {
  if (lowAge === null && highAge === null) return none;
  if (lowAge === null) return text(`up to ${highAge}`);
  return text(highAge === null ? `from ${lowAge}` : `${lowAge} - ${highAge}`);
}

const phase = ({ phase, type }: Establishment) =>
  text(unlessFiller(phase.name === 'Not applicable' ? type.name : phase.name));

/** The school that converts; for a transfer, the academy that moves. */
export const schoolColumns = group('school', [
  column('school_name', {
    heading: 'School name',
    meaning: 'Name of the school that converts, or of the academy that moves.',
    source: from.school,
    format: as.text,
    cell: ({ school }) => text(school?.name),
  }),
  column('school_urn', {
    heading: 'School URN',
    meaning: 'Number of that school or academy in the register.',
    source: from.project,
    format: as.identifier,
    cell: ({ urn }) => identifier(urn),
  }),
  column('school_dfe_number', {
    heading: 'School DfE number/LAESTAB',
    meaning: 'Number of the school within its local authority.',
    source: from.school,
    format: as.dfeNumber,
    cell: ({ school }) => dfeNumber(school),
  }),
  column('school_type', {
    heading: 'School type',
    meaning: 'Kind of school, as the register names it.',
    source: from.school,
    format: as.text,
    cell: ({ school }) => text(school?.type.name),
  }),
  column('school_phase', {
    heading: 'School phase',
    meaning: 'Phase of education that the school teaches.',
    source: from.school,
    format: 'text; where the register says Not applicable, the school type instead',
    cell: ({ school }) => school && phase(school),
  }),
  column('school_age_range', {
    heading: 'School age range',
    meaning: 'Youngest and oldest age that the school teaches.',
    source: from.school,
    format: 'low - high, as in 5 - 11; blank if both are missing',
    cell: ({ school }) => school && ageRange(school),
  }),
  column('diocese_name', {
    heading: 'Diocese',
    meaning: 'Diocese that the school belongs to, as the register has it.',
    source: from.school,
    format: as.text,
    cell: ({ school }) => text(unlessFiller(school?.diocese.name)),
  }),
  ...addressColumns({
    name: 'school',
    heading: 'School',
    meaning: 'the school',
    source: from.school,
    address: ({ school }) => school?.address,
  }),
  column('school_telephone', {
    heading: 'School telephone',
    meaning: 'Telephone number of the school in the register.',
    source: from.school,
    format: as.text,
    cell: ({ school }) => text(unlessFiller(school?.telephone)),
  }),
  column('headteacher_in_register', {
    heading: 'Headteacher in the register',
    meaning: 'Head of the school as the register has it; the project may name another person among its contacts.',
    source: from.school,
    format: 'title, first and last name; blank if none',
    cell: ({ school }) =>
      text([school?.head.title, school?.head.firstName, school?.head.lastName].filter(unlessFiller).join(' ')),
  }),
]);
