import { settingsAreInTheDocs } from '@academies/testing';
import { settingsOf } from './settings.ts';

settingsAreInTheDocs('Reporting', settingsOf.shape);
