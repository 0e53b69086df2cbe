import type { Session } from '@academies/database';
import type { ErasingOptions } from '@academies/erasing';
import type { Projection } from '../projection/project-events.ts';
import { dropBuild, dropUnread } from '../projector/build-read-model.ts';
import { rebuildReadModel } from '../projector/rebuild-read-model.ts';
import { erasePins } from './erase-pins.ts';

const modelsSql = {
  servesOld: 'select from read_model where current and created_at < $1',
  /** Begun before and never finished. */
  unfinished: 'select build from read_model where created_at < $1 and not current and gone_at is null',
  old: 'select from read_model where created_at < $1',
};

/**
 * What Reporting says of itself to those who erase. Rows, history and findings are made from the journal: they are made anew
 * from what stands there now, and it is done when nothing older is left, a file on its way included.
 */
export const reportingsErasing = (projection: Projection): Omit<ErasingOptions, 'settings' | 'logger'> => ({
  service: 'reporting',
  group: 'reporting-erasing',
  rules: {
    gone: { subscription: ['email'] },
    apart: { 'pin_part.content': 'packed files: each is unpacked, and packed again without them' },
  },
  living: async () => [],
  afterwards: async (session, erased, since) => {
    // Pins last: one that is being made reads what is older, which is then not gone yet.
    if (!(await renewReadModel(projection, session, since))) return false;
    await erasePins(session, erased);
    return true;
  },
});

async function renewReadModel(projection: Projection, session: Session, since: Date): Promise<boolean> {
  if ((await session.all(modelsSql.servesOld, [since])).length > 0)
    await rebuildReadModel(projection, session, { keep: true });
  for (const { build } of await session.all<{ build: string }>(modelsSql.unfinished, [since]))
    await session.inTransaction(() => dropBuild(build, session));
  await dropUnread(session);
  return (await session.all(modelsSql.old, [since])).length === 0;
}
