import { openCompleteDatabase } from '@academies/complete';
import type { CompleteProject } from '@academies/contracts';
import { createTopics } from '@academies/messaging';
import { registerEntities as entities, registerMigrations as migrations } from '@academies/register';
import { eventually, freshDatabase, freshNamespace } from '@academies/testing';
import type { Running } from '@academies/web';
import { kafkaOf, loggerOf } from '../kafka.ts';
import { settingsOf } from '../settings.ts';
import { startHandover } from '../start-handover.ts';
import { anotherService } from './prepare-side.spec.ts';

/** An answer of Complete, as it stands in the outbox. */
export interface Answer {
  readonly type: string;
  readonly key: string;
  readonly subject: string;
  readonly value: {
    readonly project?: CompleteProject;
    readonly urn?: string | null;
    readonly attempt?: number | null;
    readonly reasons?: { rule: string }[];
    readonly note?: string;
  };
}

/** Complete's database, topics, a Prepare and a Register; Handover processes are started by the test. */
export async function handoverGround() {
  const { brokers, namespace } = freshNamespace('handover');
  const database = await freshDatabase('handover');
  const settings = settingsOf({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_NAMESPACE: namespace,
  });
  const kafka = kafkaOf(settings);
  await createTopics(kafka, {}, loggerOf(settings));
  const orm = await openCompleteDatabase(database.url, { entities, migrations });
  const [prepare, register] = [await anotherService(kafka, 'prepare'), await anotherService(kafka, 'register')];
  const running = new Set<Running>();
  const ask = <Row>(statement: string, parameters: unknown[] = []) =>
    orm.em.fork().execute<Row[]>(statement, parameters);

  const ground = {
    orm,
    prepare,
    register,
    ask,
    settings,
    /** Starts one more Handover on the same database. */
    start: async (): Promise<Running> => {
      const one = await startHandover(settings, { port: 0 });
      running.add(one);
      return { ...one, stop: () => one.stop().finally(() => running.delete(one)) };
    },
    projects: async () =>
      (await ask<{ whole: CompleteProject }>('select whole from project order by prepare_id, urn')).map(
        ({ whole }) => whole,
      ),
    answers: async (): Promise<Answer[]> =>
      (
        await ask<Answer & { payload: string }>(
          `select type, key, subject, payload from outbox where topic = 'complete.projects' order by id`,
        )
      ).map(({ payload, ...answer }) => ({ ...answer, value: JSON.parse(payload) as Answer['value'] })),
    /** Waits until so many answers are there, and says what they are. */
    answered: (count: number) =>
      eventually(
        async () => {
          const answers = await ground.answers();
          if (answers.length < count)
            throw new Error(`${answers.length} of ${count} answers: ${JSON.stringify(answers)}`);
          return answers;
        },
        { within: 30_000 },
      ),
    stop: async () => {
      await Promise.all([...running].map((one) => one.stop()));
      await Promise.all([prepare.stop(), register.stop()]);
      await orm.close(true);
      await database.drop();
    },
  };
  return ground;
}
export type Ground = Awaited<ReturnType<typeof handoverGround>>;

/** What an answer says, in short: `created 900001 attempt 1`. */
export const inShort = ({ type, value }: Answer): string =>
  [type.split('.').at(-2), value.project?.urn ?? value.urn, value.attempt && `attempt ${value.attempt}`]
    .filter(Boolean)
    .join(' ');
