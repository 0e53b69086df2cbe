import type { MikroORM } from '@mikro-orm/postgresql';
import { Counter, Gauge, register } from 'prom-client';
import { mailStateOf } from '../queue/unsent-mail.ts';

const gauge = (name: string, help: string): Gauge =>
  (register.getSingleMetric(name) as Gauge | undefined) ?? new Gauge({ name, help });

export const mailsSent =
  (register.getSingleMetric('mail_sent_total') as Counter | undefined) ??
  new Counter({ name: 'mail_sent_total', help: 'E-mails sent by this process' });

/** What only the database knows, read for each visit of the metrics page. A database that is away leaves the last figures. */
export function collectMailMetrics(orm: MikroORM): void {
  const [waiting, oldest, notSent] = [
    gauge('mail_waiting', 'E-mails that wait to be sent'),
    gauge('mail_oldest_seconds', 'Age of the oldest e-mail that waits'),
    gauge('mail_not_sent', 'E-mails that could not be sent, until somebody asks for another try'),
  ];
  const collect = async () => {
    const state = await mailStateOf(orm.em.fork()).catch(() => undefined);
    if (!state) return;
    waiting.set(state.waiting);
    oldest.set(state.oldest);
    notSent.set(state.notSent);
  };
  Object.assign(waiting, { collect });
}
