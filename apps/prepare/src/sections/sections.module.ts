import { Module } from '@nestjs/common';
import { correctionPages } from './corrected-decision/correction-pages.ts';
import { sectionPages } from './section-pages.ts';
import { sections } from './sections.ts';

/** A page for each section of a project, and one for each trust that a decision named wrongly. */
@Module({ controllers: [...sectionPages(sections), ...correctionPages()] })
export class SectionsModule {}
