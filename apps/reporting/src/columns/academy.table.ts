import type { RowFacts } from '../rows/row-facts.ts';
import { addressColumns } from './address-columns.ts';
import { type Cell, identifier, text, dfeNumber, notApplicable, unconfirmed } from './cell.ts';
import { column, group } from './column.ts';
import { as, from, asksForNewRecord } from './sources.ts';

/** `not applicable` without a new record, `unconfirmed` until its URN is known, then the cell itself. */
const ofNewRecord = (cell: (facts: RowFacts) => Cell) => (facts: RowFacts) => {
  if (!asksForNewRecord(facts.project)) return notApplicable;
  return facts.project.academyUrn === null ? unconfirmed : cell(facts);
};

/** The record of a transfer's academy that keeps its own stays blank. */
const newRecord = ({ project, academy }: RowFacts) => (asksForNewRecord(project) ? academy : null);

/** The new academy, once the register has given it a number. */
export const academyColumns = group('academy', [
  column('academy_name', {
    heading: 'Academy name',
    meaning: 'Name of the new academy in the register.',
    source: from.academy,
    format: as.academy,
    cell: ofNewRecord(({ academy }) => text(academy?.name)),
  }),
  column('academy_urn', {
    heading: 'Academy URN',
    meaning: 'Number of the new academy. Unconfirmed until the register has given it one.',
    source: from.project,
    format: as.academyNumber,
    cell: ofNewRecord(({ project }) => identifier(project.academyUrn)),
  }),
  column('academy_dfe_number', {
    heading: 'Academy DfE number/LAESTAB',
    meaning: 'Number of the new academy within its local authority.',
    source: from.academy,
    format: as.dfeNumber,
    cell: (facts) => dfeNumber(newRecord(facts)),
  }),
  column('academy_ukprn', {
    heading: 'Academy UKPRN',
    meaning: 'Provider number of the new academy.',
    source: from.academy,
    format: as.academyNumber,
    cell: ofNewRecord(({ academy }) => identifier(academy?.ukprn)),
  }),
  ...addressColumns({
    name: 'academy',
    heading: 'Academy',
    meaning: 'the new academy',
    source: from.academy,
    address: (facts) => newRecord(facts)?.address,
  }),
]);
