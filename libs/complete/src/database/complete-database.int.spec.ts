import { entitiesFitTheirTables } from '@academies/testing';
import { completeDatabase } from './complete-database.ts';

entitiesFitTheirTables(completeDatabase);
