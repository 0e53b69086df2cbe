import { type Region, regionByGiasCode } from '@academies/contracts';
import type { Parser } from './bad-value.ts';
import { text } from './texts.ts';

/** A region by its GIAS letter; Wales, offshore and "not applicable" are none (domain/README.md). */
export const region: Parser<Region | null> = (cell) => regionByGiasCode[text(cell)?.toUpperCase() ?? ''] ?? null;
