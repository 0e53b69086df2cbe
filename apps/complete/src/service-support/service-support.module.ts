import { Module } from '@nestjs/common';
import { DeadLettersPage } from './dead-letters.page.ts';
import { FindPage } from './find.page.ts';
import { RejectedHandoversPage } from './rejected-handovers.page.ts';
import { ServicesPage } from './services.page.ts';
import { UnsentMailsPage } from './unsent-mails.page.ts';

/** What service support does. */
@Module({ controllers: [RejectedHandoversPage, DeadLettersPage, UnsentMailsPage, ServicesPage, FindPage] })
export class ServiceSupportModule {}
