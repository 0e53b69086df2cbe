import { eventAbout, LocalAuthorityRow, ProjectRow } from '@academies/complete';
import { CompleteProjectRepublished, LocalAuthorityRepublished, newEvent } from '@academies/contracts';
import {
  messagingOf,
  type MessagingSettings,
  type OnWentBack,
  type PresentState,
  Relay,
  republish,
} from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';

/** Projects in the order of their ids; deleted ones too, so that whoever lost them knows. */
const projects: PresentState = {
  subjectsAfter: async (em, last, limit) => {
    const where = last === undefined ? {} : { id: { $gt: last } };
    return (await em.find(ProjectRow, where, { orderBy: { id: 'asc' }, limit, fields: ['id'] })).map(({ id }) => id);
  },
  eventsOf: async (em, subjects) =>
    (await em.find(ProjectRow, { id: { $in: subjects } }, { orderBy: { id: 'asc' } })).map(({ document }) =>
      eventAbout(CompleteProjectRepublished, { project: document }),
    ),
};

const localAuthorities: PresentState = {
  subjectsAfter: async (em, last, limit) => {
    const where = last === undefined ? {} : { code: { $gt: last } };
    const rows = await em.find(LocalAuthorityRow, where, { orderBy: { code: 'asc' }, limit, fields: ['code'] });
    return rows.map(({ code }) => code);
  },
  eventsOf: async (em, subjects) =>
    (await em.find(LocalAuthorityRow, { code: { $in: subjects } }, { orderBy: { code: 'asc' } })).map(
      ({ code, document }) =>
        newEvent(LocalAuthorityRepublished, { key: code, subject: code, value: { localAuthority: document } }),
    ),
};

/** Queues Complete's whole present state again, for a lost topic or a new consumer; answers how many of each. */
export const republishComplete = async (orm: MikroORM) => ({
  projects: await republish(orm, projects),
  localAuthorities: await republish(orm, localAuthorities),
});

/** All ids of Complete's are random: none is drawn from a sequence. */
export const onWentBack: OnWentBack = { publishState: republishComplete };

/** Publishes what a command has queued, as Complete's own relay does. */
export const relayOfCommand = (orm: MikroORM, settings: MessagingSettings): Relay =>
  new Relay({ ...messagingOf('complete', { ...settings, LOG_LEVEL: 'warn' }), orm, source: 'complete', onWentBack });
