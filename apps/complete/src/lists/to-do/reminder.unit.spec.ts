import { anActiveCompleteProject } from '@academies/contracts';
import { factsNamedBy, filledIn, type Mail } from '@academies/mail';
import { mailTemplates } from '../../project/mail/mails.table.ts';
import { reminderOf, weekDue } from './reminder.rules.ts';

const toDo = (count: number, isNews = false) =>
  Array.from({ length: count }, (_, at) => ({
    day: '2026-10-01',
    text: `Confirm the date ${at + 1}`,
    at: '',
    isNews,
    school: 'Ashdown School',
    project: anActiveCompleteProject,
  }));
const about = { week: '2026-10-19', url: 'https://complete.example.org' };
const reminder = (count: number) => reminderOf({ email: 'casey@education.gov.uk', toDo: toDo(count) }, about);

describe('The weekly reminder', () => {
  it.each([
    ['2026-10-19T05:59:59Z', undefined],
    ['2026-10-19T06:00:00Z', '2026-10-19'],
    ['2026-10-19T22:59:59Z', '2026-10-19'],
    ['2026-10-19T23:00:00Z', undefined],
    ['2026-10-26T06:59:59Z', undefined],
    ['2026-10-26T07:00:00Z', '2026-10-26'],
    ['2026-12-31T12:00:00Z', undefined],
  ])('is due on Mondays from seven in England: at %s for the week of %s', (moment, week) =>
    expect(weekDue(new Date(moment))).toBe(week),
  );

  it('is none where nothing is due, news of others among it', () => {
    expect(reminder(0)).toBeUndefined();
    expect(reminderOf({ email: 'casey@education.gov.uk', toDo: toDo(3, true) }, about)).toBeUndefined();
  });

  it('has ten lines at most, says how much is due, and leads to all of it', () => {
    expect(reminder(1)?.facts).toMatchObject({ count: '1 thing is', lines: ['Ashdown School: Confirm the date 1'] });
    const { facts, key } = reminder(12) as Mail;
    expect(facts).toMatchObject({ count: '12 things are', which: 'The first 10 of them' });
    expect(facts['lines']).toHaveLength(10);
    expect(key).toBe('weekly_reminder 2026-10-19 casey@education.gov.uk');
    const { subject, body } = filledIn(mailTemplates.weekly_reminder, facts);
    expect(subject).toBe('12 things are due or overdue on your projects');
    for (const said of ['* Ashdown School: Confirm the date 10', `${about.url}/projects/yours`])
      expect(body).toContain(said);
  });

  it('says all that its template asks for, and nothing else', () =>
    expect(factsNamedBy(mailTemplates.weekly_reminder).sort()).toEqual(Object.keys(reminder(1)?.facts ?? {}).sort()));
});
