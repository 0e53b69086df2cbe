import { type Region, regionByGiasCode } from '@academies/contracts';
import { type Parser, text } from '@academies/imports';

/** A region by its GIAS letter; Wales, offshore and "not applicable" are none (docs/domain/README.md). */
export const region: Parser<Region | null> = (cell) => regionByGiasCode[text(cell)?.toUpperCase() ?? ''] ?? null;
