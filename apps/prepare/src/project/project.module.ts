import { settingsToken } from '@academies/web';
import { type DynamicModule, Module } from '@nestjs/common';
import { type PrepareSettings, Projects } from './projects.ts';

/** Projects, for every feature. */
@Module({})
export class ProjectModule {
  static with(settings: PrepareSettings): DynamicModule {
    return {
      module: ProjectModule,
      global: true,
      providers: [Projects, { provide: settingsToken, useValue: settings }],
      exports: [Projects],
    };
  }
}
