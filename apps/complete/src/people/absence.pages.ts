import { AbsenceRow, activePeople, lasts, mayEnterAbsence, PersonRow, wrongWithAbsence } from '@academies/complete';
import { ForbiddenError, type IsoDate, NotFoundError } from '@academies/contracts';
import { type Answer, date, form, select } from '@academies/forms';
import { Clock, Form, inWords, Needs, page, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { asOption, assignablePeople } from '../project/people.ts';
import { Projects } from '../project/projects.ts';

/** One's own absence, and that of somebody of whom one may enter it. */
const addresses = ['projects/yours/absence', 'people/:email/absence'];

// An absence that has begun began a year ago at most; whether another day may be the first says the rule.
const range = { from: { years: -1 }, to: { years: 3 } } as const;
const absenceForm = form({
  fields: {
    from: date({ label: 'First day away', range, required: 'Enter the first day away' }),
    to: date({
      label: 'Last day away',
      hint: 'The last day on which somebody stands in',
      range,
      required: 'Enter the last day away',
    }),
    standIn: select({ label: 'Who stands in?', required: 'Select who stands in' }),
  },
  button: 'Save',
});
const endForm = form({ fields: {}, button: 'End the absence' });

/** Whose absence it is, as somebody opened it who may enter it; `absence` is one that is not over. */
async function opened(em: EntityManager, of: string | undefined, user: SignedInUser, today: IsoDate) {
  const email = (of ?? user.email).toLowerCase();
  const person = await em.findOne(PersonRow, { email, ...activePeople });
  if (!person)
    throw new NotFoundError('COMPLETE.NO_PERSON', 'Complete knows nobody with this e-mail who runs projects');
  const { name, team } = person;
  if (!mayEnterAbsence({ email, team: team ?? null }, user))
    throw new ForbiddenError(
      'COMPLETE.NOT_YOUR_ABSENCE',
      'Only the person, a leader of their team and service support can enter an absence',
    );
  const absence = await current(em, email, today);
  const isOwn = email === user.email.toLowerCase();
  const from = isOwn ? '/projects/yours' : `/projects/by-user/${encodeURIComponent(email)}`;
  const address = of === undefined ? '/projects/yours/absence' : `/people/${encodeURIComponent(email)}/absence`;
  return { person: { email, name }, absence, isOwn, from, address };
}
type Opened = Awaited<ReturnType<typeof opened>>;

/** The absence of somebody, unless it is over. */
async function current(em: EntityManager, email: string, today: IsoDate, how = {}) {
  const absence = await em.findOne(AbsenceRow, { email }, how);
  return absence && absence.lastDay >= today ? absence : null;
}

const valuesOf = (absence: Opened['absence']) => ({
  from: absence?.firstDay,
  to: absence?.lastDay,
  standIn: absence?.standIn,
});

/** When somebody is away, and who stands in (docs/domain/complete.md, "Absence"). */
@Controller(addresses)
@Needs('manage-project')
export class AbsencePage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('email') of: string | undefined, @SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const { person, absence, isOwn, from, address } = await opened(em, of, user, this.clock.today());
    const others = (await assignablePeople(em)).filter(({ email }) => email !== person.email);
    return page('people/person', {
      title: isOwn ? 'Your absence' : `Absence of ${person.name}`,
      says: [
        isOwn
          ? 'While you are away, somebody stands in: they can change your projects as you can, are told of new ones, and find them from their own.'
          : `While ${person.name} is away, somebody stands in: they can change the same projects, are told of new ones, and find them from their own.`,
        ...(absence ? [`Entered by ${absence.enteredBy} on ${inWords.dateTime(absence.enteredAt)}.`] : []),
      ],
      see: absence && { text: 'End this absence', href: `${address}/end` },
      cancel: from,
      ...absenceForm.filledWith(valuesOf(absence), { offer: { standIn: others.map(asOption) } }),
    });
  }

  @Post()
  async save(
    @Param('email') of: string | undefined,
    @Form(absenceForm) answer: Answer<typeof absenceForm>,
    @Shown() shown: string | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const { em } = this.projects;
    const { person, from: back } = await opened(em, of, user, today);
    await em.transactional(async (inside) => {
      // Two may enter it at once, also the first time: the person is held.
      await inside.findOneOrFail(PersonRow, { email: person.email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const before = await current(inside, person.email, today);
      const { from, to, standIn } = absenceForm.settled({ shown, stored: valuesOf(before), answer });
      const named = (await assignablePeople(inside)).find(({ email }) => email === standIn);
      const problems = wrongWithAbsence({
        of: person,
        absence: { from, to, standIn: named },
        before: before ? { from: before.firstDay, to: before.lastDay } : undefined,
        today,
      });
      if (problems.length > 0) throw absenceForm.withProblems(problems);
      const entered = { firstDay: from, lastDay: to, standIn, enteredBy: user.name, enteredAt: now };
      await inside.upsert(AbsenceRow, { email: person.email, ...entered });
    });
    const said = lasts(answer, today) ? 'is away now' : `will be away from ${inWords.date(answer.from)}`;
    return redirect(back).saying(`Saved: ${person.name} ${said}, until ${inWords.date(answer.to)}`);
  }
}

/** Ends an absence early, or takes back one that has not begun. */
@Controller(addresses.map((address) => `${address}/end`))
@Needs('manage-project')
export class EndAbsencePage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('email') of: string | undefined, @SignedIn() user: SignedInUser) {
    const { person, absence, isOwn, from, address } = await this.opened(of, user);
    if (!absence) return redirect(from).telling(`${person.name} is not away`);
    return page('people/person', {
      title: isOwn ? 'End your absence' : `End the absence of ${person.name}`,
      says: [
        `It is from ${inWords.date(absence.firstDay)} to ${inWords.date(absence.lastDay)}. From now on nobody stands in.`,
      ],
      cancel: address,
      ...endForm.empty(),
    });
  }

  @Post()
  async end(@Param('email') of: string | undefined, @SignedIn() user: SignedInUser) {
    const { person, from } = await this.opened(of, user);
    await this.projects.em.nativeDelete(AbsenceRow, { email: person.email });
    return redirect(from).saying(`The absence of ${person.name} has ended`);
  }

  private opened(of: string | undefined, user: SignedInUser): Promise<Opened> {
    return opened(this.projects.em, of, user, this.clock.today());
  }
}
