import { Module } from '@nestjs/common';
import { AnswersConsumer } from './answers.consumer.ts';
import { HandOverPage } from './hand-over.page.ts';
import { RemoveAcademyPage } from './remove-academy.page.ts';

/** What Complete answers, and what is done about a handover that it refused. */
@Module({ controllers: [AnswersConsumer, HandOverPage, RemoveAcademyPage] })
export class HandoverModule {}
