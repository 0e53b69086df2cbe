import { Module } from '@nestjs/common';
import { AddHandoverDetailsPage } from './add-handover-details.page.ts';
import { CheckProjectPage } from './check-project.page.ts';

/** Completing a handover. */
@Module({ controllers: [CheckProjectPage, AddHandoverDetailsPage] })
export class HandoverDetailsModule {}
