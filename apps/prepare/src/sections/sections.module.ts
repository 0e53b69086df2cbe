import { Module } from '@nestjs/common';
import { datesAndCase } from './dates-and-case.sections.ts';
import { schoolAndTrusts } from './school-and-trusts.sections.ts';
import { sectionPages } from './section-pages.ts';

/** A page for each section of a project. */
@Module({ controllers: sectionPages([...schoolAndTrusts, ...datesAndCase]) })
export class SectionsModule {}
