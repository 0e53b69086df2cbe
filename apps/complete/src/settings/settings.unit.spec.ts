import { settingsAreInTheDocs } from '@academies/testing';
import { settingsOf } from './settings.ts';

settingsAreInTheDocs('Complete', settingsOf.shape);
