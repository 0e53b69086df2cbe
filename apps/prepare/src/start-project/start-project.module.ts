import { Module } from '@nestjs/common';
import { NewProjects } from './new-projects.ts';
import { StartDialogue, startPages } from './start-dialogue.ts';
import { StartPage, StartTakenPage } from './start.page.ts';

/** "Start a project". "/start/taken" comes first: a draft's address could match it too. */
@Module({ controllers: [StartPage, StartTakenPage, ...startPages], providers: [NewProjects, StartDialogue] })
export class StartProjectModule {}
