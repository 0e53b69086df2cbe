import { openDatabase } from '@academies/database';
import { eventually, freshDatabase } from '@academies/testing';
import { pino } from 'pino';
import { mailMigrations } from '../database/migrations.ts';
import { notifyStandIn } from '../fixtures/notify-stand-in.ts';
import { type Mail, queueMail } from '../queue/queue-mail.ts';
import { mailStateOf, sendAgain, unsentMails, withdrawMail } from '../queue/unsent-mail.ts';
import { MailSender } from './mail-sender.ts';
import { notify } from './notify.ts';

const aMail = (more: Partial<Mail> = {}): Mail => ({
  key: 'assigned 1',
  template: 'assigned',
  to: 'ada@education.gov.uk',
  facts: { school: 'Larkmere' },
  ...more,
});
const templates = { assigned: '9d751e0e-f929-4891-82a1-a3e1c3c18ee3' };
const logger = pino({ level: 'silent' });

let database: Awaited<ReturnType<typeof freshDatabase>>;
let orm: Awaited<ReturnType<typeof openDatabase>>;
let gov: Awaited<ReturnType<typeof notifyStandIn>>;
let senders: MailSender[];
const em = () => orm.em.fork();
const queue = (...mails: Mail[]) => em().transactional((within) => queueMail(within, ...mails));
const aSender = (url = gov.url) => {
  const sender = new MailSender({ orm, logger, deliver: notify({ apiKey: gov.apiKey, url, templates }) });
  senders.push(sender);
  sender.start();
  return sender;
};
const rows = () =>
  em().execute<{ tries: number; failure: string | null; sent: boolean; wait: number | null }[]>(
    `select tries, failure, sent_at is not null as sent, round(extract(epoch from due_at - clock_timestamp()))::int as wait
       from mail order by queued_at`,
  );
const failed = async () => {
  await eventually(async () => expect((await rows())[0]?.failure).not.toBeNull());
  return (await rows())[0];
};
const dueNow = () => em().execute('update mail set due_at = clock_timestamp() where due_at is not null');

beforeEach(async () => {
  senders = [];
  gov = await notifyStandIn();
  database = await freshDatabase('mail');
  orm = await openDatabase(database.url, { name: 'test', entities: [], migrations: mailMigrations });
});
afterEach(async () => {
  await Promise.all(senders.map((sender) => sender.stop()));
  await orm.close(true);
  await database.drop();
  await gov.stop();
});

describe('An e-mail', () => {
  it('is sent with its template, its facts and its id, and once though it was queued twice', async () => {
    aSender();
    await queue(aMail());
    await queue(aMail(), aMail({ key: 'assigned 2', to: 'bo@education.gov.uk' }));
    await eventually(async () => expect((await rows()).map(({ sent }) => sent)).toEqual([true, true]));
    const [{ id } = { id: '' }] = await em().execute<{ id: string }[]>(`select id from mail where key = 'assigned 1'`);
    expect(gov.asked[0]).toEqual({
      template_id: templates.assigned,
      email_address: 'ada@education.gov.uk',
      personalisation: { school: 'Larkmere' },
      reference: id,
    });
    expect(gov.asked.map((asked) => asked.email_address)).toEqual(['ada@education.gov.uk', 'bo@education.gov.uk']);
  });

  it('is not there when the change that it tells of is undone', async () => {
    const undone = em().transactional(async (within) => {
      await queueMail(within, aMail());
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await rows()).toEqual([]);
  });

  it.each([
    ['too many at once', 429, 'GOV.UK Notify answered 429: Said by the stand-in'],
    ['a fault of the other side', 503, 'GOV.UK Notify answered 503: Said by the stand-in'],
    ['no answer', 'hang', 'GOV.UK Notify did not answer (ECONNRESET)'],
  ] as const)('is tried again after %s, with a pause that grows, until it is sent', async (_, status, reason) => {
    gov.behave(() => status);
    aSender();
    await queue(aMail());
    expect(await failed()).toMatchObject({ tries: 1, failure: reason, sent: false });
    expect((await rows())[0]?.wait).toBeGreaterThan(5);
    await dueNow();
    await eventually(async () => expect((await rows())[0]?.tries).toBe(2));
    expect((await rows())[0]?.wait).toBeGreaterThan(15);
    gov.behave(() => 201);
    await dueNow();
    await eventually(async () => expect(await rows()).toEqual([{ tries: 3, failure: null, sent: true, wait: null }]));
  });

  it('that is refused for another reason is tried once, and shown', async () => {
    gov.behave(() => 400);
    aSender();
    await queue(aMail());
    expect(await failed()).toMatchObject({ tries: 1, wait: null, sent: false });
    expect(await mailStateOf(em())).toEqual({ waiting: 0, oldest: 0, notSent: 1 });
    expect(await unsentMails(em(), { limit: 20 })).toMatchObject([
      {
        to: 'ada@education.gov.uk',
        facts: { school: 'Larkmere' },
        failure: 'GOV.UK Notify answered 400: Said by the stand-in',
      },
    ]);
  });

  it('that fails for a day is shown, and sent when somebody asks', async () => {
    gov.behave(() => 503);
    await queue(aMail());
    await em().execute(`update mail set trying_since = trying_since - interval '1 day'`);
    aSender();
    await eventually(async () => expect((await mailStateOf(em())).notSent).toBe(1));
    gov.behave(() => 201);
    expect(await sendAgain(em())).toBe(1);
    await eventually(async () => expect((await rows())[0]).toMatchObject({ sent: true, failure: null }));
    expect(await sendAgain(em())).toBe(0);
  });

  it('comes twice rather than not at all when its sender loses the database in the middle', async () => {
    let release: (status: number) => void = () => {};
    gov.behave(() => new Promise((resolve) => (release = resolve)));
    aSender();
    await queue(aMail());
    await eventually(() => expect(gov.asked).toHaveLength(1));
    await em().execute(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mail' and datname = current_database()`,
    );
    gov.behave(() => 201);
    release(201);
    await eventually(async () => expect((await rows())[0]?.sent).toBe(true));
    expect(gov.asked.map(({ reference }) => reference)).toEqual([gov.asked[0]?.reference, gov.asked[0]?.reference]);
  });

  it('that is refused does not hold up others', async () => {
    gov.behave(({ email_address }) => (email_address.startsWith('ada') ? 400 : 201));
    aSender();
    const others = Array.from({ length: 25 }, (_, at) => aMail({ key: `to ${at}`, to: `bo${at}@education.gov.uk` }));
    await queue(aMail(), ...others);
    await eventually(async () => expect(await mailStateOf(em())).toEqual({ waiting: 0, oldest: 0, notSent: 1 }));
    expect(gov.asked).toHaveLength(26);
  });

  it('is sent by one of two senders, and by the other when that has stopped', async () => {
    const [one, other] = [aSender(), aSender()];
    await eventually(() => expect([one.state, other.state].sort()).toEqual(['active', 'stand-by']));
    await queue(...Array.from({ length: 20 }, (_, at) => aMail({ key: `to ${at}` })));
    await eventually(async () => expect((await mailStateOf(em())).waiting).toBe(0));
    expect(gov.asked).toHaveLength(20);
    await (one.state === 'active' ? one : other).stop();
    await queue(aMail({ key: 'afterwards' }));
    await eventually(() => expect(gov.asked).toHaveLength(21));
  });

  it('is taken back from somebody who is to get no more', async () => {
    await queue(aMail(), aMail({ key: 'assigned 2', to: 'bo@education.gov.uk' }));
    await withdrawMail(em(), 'Ada@education.gov.uk');
    expect(await em().execute('select recipient from mail')).toEqual([{ recipient: 'bo@education.gov.uk' }]);
  });
});
