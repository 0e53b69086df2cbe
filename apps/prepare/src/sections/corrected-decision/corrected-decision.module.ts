import { Module } from '@nestjs/common';
import { correctionPages } from './correction-pages.ts';

/** A page for each trust that a decision may have named wrongly (docs/domain/prepare.md). */
@Module({ controllers: correctionPages() })
export class CorrectedDecisionModule {}
