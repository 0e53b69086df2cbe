import 'reflect-metadata';
import { startWebApp } from '@academies/web';
import { AppModule } from './app.module.ts';
import { settingsOf } from './settings.ts';

await startWebApp(AppModule.with(settingsOf()));
