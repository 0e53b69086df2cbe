import { entitiesFitTheirTables, everyTextIsWalked } from '@academies/testing';
import { completesErasing } from '../people/completes-erasing.ts';
import { completeDatabase } from './complete-database.ts';

entitiesFitTheirTables(completeDatabase);
everyTextIsWalked(completeDatabase, completesErasing.rules);
