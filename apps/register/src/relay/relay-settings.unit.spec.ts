import { settingsAreInTheDocs } from '@academies/testing';
import { relaySettingsOf } from './relay-settings.ts';

settingsAreInTheDocs("Register's relay", relaySettingsOf.shape);
