import { lead, type LeaderState, type Session } from '@academies/database';
import { Bell, pauseUnless } from '@academies/messaging';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { mailsSent } from '../metrics/mail-metrics.ts';
import { type Deliver, type MailToSend, NotDelivered } from './deliver.ts';
import { pauseAfter } from './pauses.ts';

/** What a sender is told. */
export interface SenderOptions {
  readonly orm: MikroORM;
  readonly deliver: Deliver;
  readonly logger: Logger;
}

type DueMail = MailToSend & { readonly tries: number; readonly triedFor: number };

/** How a sender works through the queue; the time is the database's. */
const queueSql = {
  due: `
    select id, template, recipient as to, facts, tries,
           extract(epoch from clock_timestamp() - trying_since)::float as "triedFor"
      from mail where due_at <= clock_timestamp() order by due_at, id limit $1`,
  sent: `
    update mail set sent_at = clock_timestamp(), due_at = null, failure = null, tries = tries + 1 where id = $1`,
  /** Without a pause there is no next try. */
  failed: `
    update mail set failure = $2, tries = tries + 1, due_at = clock_timestamp() + make_interval(secs => $3::float)
     where id = $1`,
  /** Names of people are not kept for longer than somebody may ask where an e-mail went. */
  forget: `delete from mail where sent_at < clock_timestamp() - interval '28 days'`,
};

/** As many are on their way at once, so that a slow answer does not hold up all. */
const atOnce = 10;
const forgetEveryMs = 60 * 60 * 1_000;

/**
 * Sends what is queued. One sender is active for a database, the others stand by. An e-mail is marked after it was
 * delivered: it may come twice when a process dies in between, and is never silently lost.
 */
export class MailSender {
  private readonly bell = new Bell();
  private stopping = new AbortController();
  private running: Promise<void> | undefined;
  private forgetAt = 0;
  state: LeaderState = 'stand-by';
  /** Why the queue cannot be worked through at the moment, if so. */
  trouble: string | undefined;

  constructor(private readonly options: SenderOptions) {}

  start(): void {
    this.stopping = this.running ? this.stopping : new AbortController();
    this.running ??= this.run(this.stopping.signal);
  }

  /** Ends after the e-mails that are on their way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.bell.ring();
    await this.running;
    this.running = undefined;
  }

  private async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted) {
      const session = await lead(this.options.orm, 'mail', stop, {
        onTrouble: this.note,
        onStandBy: () => (this.trouble = undefined),
      });
      if (!session) return;
      try {
        await this.lead(session, stop);
      } catch (error) {
        this.note(error);
        await pauseUnless(stop, 1_000);
      } finally {
        this.state = 'stand-by';
        await session.close();
      }
    }
  }

  private async lead(session: Session, stop: AbortSignal): Promise<void> {
    session.onNotification(this.bell.ring);
    void session.lost.then(this.bell.ring);
    await session.all('listen mail');
    this.state = 'active';
    while (!stop.aborted && !session.isLost) {
      const found = await this.sendDue(session);
      await this.forget(session);
      this.trouble = undefined;
      // The bell tells of new ones; those that are tried again are looked for each second.
      if (found === 0) await this.bell.heard(1_000);
    }
  }

  /** Delivers at once what is due, then marks one after the other what became of it. */
  private async sendDue(session: Session): Promise<number> {
    const due = await session.all<DueMail>(queueSql.due, [atOnce]);
    const outcomes = await Promise.allSettled(due.map((mail) => this.options.deliver(mail)));
    for (const [index, mail] of due.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === 'rejected') await this.failed(session, mail, outcome.reason);
      else await this.sent(session, mail);
    }
    return due.length;
  }

  private async sent(session: Session, { id }: DueMail): Promise<void> {
    await session.all(queueSql.sent, [id]);
    mailsSent.inc();
  }

  private async failed(session: Session, { id, template, tries, triedFor }: DueMail, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    const mayPass = !(error instanceof NotDelivered) || error.mayPass;
    const pause = mayPass ? pauseAfter({ tries: tries + 1, triedFor }) : undefined;
    const about = { mail: id, template, reason };
    if (pause === undefined) this.options.logger.error(about, 'An e-mail could not be sent; service support sees it');
    else this.options.logger.warn(about, `An e-mail could not be sent and is tried again in ${pause} s`);
    await session.all(queueSql.failed, [id, reason.slice(0, 1_000), pause ?? null]);
  }

  private async forget(session: Session): Promise<void> {
    if (performance.now() < this.forgetAt) return;
    await session.all(queueSql.forget);
    this.forgetAt = performance.now() + forgetEveryMs;
  }

  private readonly note = (error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== this.trouble) this.options.logger.warn({ err: error }, `E-mails wait: ${message}`);
    this.trouble = message;
  };
}
