import { entitiesFitTheirTables, everyTextIsWalked } from '@academies/testing';
import { preparesErasing } from '../erasing/prepares-erasing.ts';
import { prepareDatabase } from './prepare-database.ts';

entitiesFitTheirTables(prepareDatabase);
everyTextIsWalked(prepareDatabase, preparesErasing.rules);
