import { Module } from '@nestjs/common';
import { DecisionDialogue, decisionPages } from './decision-dialogue.ts';
import { DecisionRecordedPage } from './decision-recorded.page.ts';

/** "Record a decision". */
@Module({ controllers: [...decisionPages, DecisionRecordedPage], providers: [DecisionDialogue] })
export class DecisionsModule {}
