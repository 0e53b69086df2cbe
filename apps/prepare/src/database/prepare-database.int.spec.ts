import { entitiesFitTheirTables } from '@academies/testing';
import { prepareDatabase } from './prepare-database.ts';

entitiesFitTheirTables(prepareDatabase);
