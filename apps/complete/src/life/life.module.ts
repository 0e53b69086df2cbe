import { Module } from '@nestjs/common';
import { lifeForms } from './life.forms.ts';

/** Completing, holding, revoking, opening again and deleting a project. */
@Module({ controllers: lifeForms })
export class LifeModule {}
