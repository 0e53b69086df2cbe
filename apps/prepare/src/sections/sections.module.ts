import { Module } from '@nestjs/common';
import { sectionPages } from './section-pages.ts';
import { sections } from './sections.ts';

/** A page for each section of a project. */
@Module({ controllers: sectionPages(sections) })
export class SectionsModule {}
