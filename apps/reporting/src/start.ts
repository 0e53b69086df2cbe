import { type Running, startWebApp } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { AppModule } from './app.module.ts';
import { columns } from './columns/columns.ts';
import { fingerprintOf } from './columns/fingerprint.ts';
import { Projector } from './projector/projector.ts';
import { addressesOf, kafkaOf, type Settings } from './settings.ts';

/** Reporting: its pages and files, and the projector that makes the rows. */
export function start(settings: Settings): Promise<Running> {
  const addresses = addressesOf(settings);
  return startWebApp(AppModule.with(settings), {
    strategies: (app) => [
      new Projector({
        orm: app.get(MikroORM),
        kafka: kafkaOf(settings),
        databaseUrl: settings.DATABASE_URL,
        projection: { fingerprint: fingerprintOf(columns, addresses), columns, addresses },
      }),
    ],
  });
}
