import { Module } from '@nestjs/common';
import { DateReasonsPage } from './date-reasons.page.ts';
import { ProposedDatePage } from './proposed-date.page.ts';

/** The conversion or transfer date, and why it changes. */
@Module({ controllers: [ProposedDatePage, DateReasonsPage] })
export class ProposedDateModule {}
