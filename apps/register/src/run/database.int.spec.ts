import { entitiesFitTheirTables } from '@academies/testing';
import { registerDatabase } from './database.ts';

entitiesFitTheirTables(registerDatabase);
