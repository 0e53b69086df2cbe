import { settingsToken } from '@academies/web';
import { type DynamicModule, Module } from '@nestjs/common';
import { Projects } from './projects.ts';

/** What every feature may ask for: the projects, and the settings that it names. */
@Module({})
export class ProjectModule {
  static with(settings: object): DynamicModule {
    return {
      module: ProjectModule,
      global: true,
      providers: [Projects, { provide: settingsToken, useValue: settings }],
      exports: [Projects, settingsToken],
    };
  }
}
