import 'reflect-metadata';
import { startOrSay, startWorker } from '@academies/web';
import { RelayModule } from './relay.module.ts';
import { relaySettingsOf } from './relay-settings.ts';

/** node apps/register/dist/relay/main.js: runs beside the services; a second one stands by. */
await startOrSay(() => startWorker(RelayModule.with(relaySettingsOf())));
