import { everyTextIsWalked } from '@academies/testing';
import { projectionOf } from '../projection/project-events.ts';
import { reportingsErasing } from '../erasing/reportings-erasing.ts';
import { reportingDatabase } from './reporting-database.ts';

const { rules } = reportingsErasing(projectionOf({ prepare: 'http://prepare', complete: 'http://complete' }));

everyTextIsWalked(reportingDatabase, rules);
