import { PersonRow } from '@academies/complete';
import { NotFoundError, RefusedError, teams } from '@academies/contracts';
import { type Answer, email, form, select, text } from '@academies/forms';
import { Clock, Form, Needs, page, redirect, settingsToken, SignedIn, type SignedInUser } from '@academies/web';
import { isOfDomain } from '@academies/handover';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { assignablePeople } from '../project/people.ts';
import { Projects } from '../project/projects.ts';
import { deactivate, handOn, projectsRunBy } from './deactivation.ts';

const [active, inactive] = ['/service-support/people', '/service-support/people/inactive'];
const nobody = 'nobody';

async function personNamed(em: EntityManager, address: string) {
  const person = await em.findOne(PersonRow, { email: address.toLowerCase() });
  if (!person) throw new NotFoundError('COMPLETE.NO_PERSON', 'Complete knows nobody with this e-mail');
  return person;
}

const addForm = form({
  fields: {
    name: text({ label: 'Name', required: 'Enter the name', max: 100 }),
    email: email({ label: 'E-mail', required: 'Enter the e-mail' }),
    team: select({ label: 'Team (optional)', choices: teams.table }),
  },
  button: 'Add person',
});

/** Somebody to whom projects can be given before the first sign-in, which replaces what is typed here. */
@Controller('service-support/people/add')
@Needs('service-support')
export class AddPersonPage {
  constructor(
    private readonly projects: Projects,
    @Inject(settingsToken) private readonly settings: { readonly ALLOWED_EMAIL_DOMAINS: readonly string[] },
  ) {}

  @Get()
  show() {
    return page('people/person', {
      title: 'Add a person',
      says: ['Projects can be given to them at once. Their first sign-in replaces name and team.'],
      cancel: active,
      ...addForm.empty(),
    });
  }

  @Post()
  async add(@Form(addForm) { name, email: typed, team }: Answer<typeof addForm>) {
    const { em } = this.projects;
    const address = typed.toLowerCase();
    const { ALLOWED_EMAIL_DOMAINS: domains } = this.settings;
    if (!isOfDomain(address, domains))
      throw addForm.wrong({ email: `Enter an address that ends with @${domains.join(' or @')}: nobody else signs in` });
    const known = await em.findOne(PersonRow, { email: address });
    if (known?.deactivatedAt)
      throw addForm.wrong({ email: `${known.name} was deactivated. Activate them in the list of inactive people` });
    if (known && (known.maySignIn || known.lastSeen))
      throw addForm.wrong({ email: `Complete knows ${known.name} by this e-mail already` });
    await em.upsert(PersonRow, { email: address, name, team, maySignIn: true, leads: false });
    return redirect(active).saying(`${name} was added`);
  }
}

const deactivateForm = form({ fields: {}, button: 'Deactivate' });
const handOnForm = form({
  fields: { to: select({ label: 'Who takes their projects?', required: 'Select who takes their projects' }) },
  button: 'Hand on and deactivate',
});

/** Where there is nothing to hand on nothing is asked. */
const optionalForm = form({ fields: { to: select({ label: 'Who takes their projects?' }) } });

/** Refuses somebody at the door; their projects are handed on first (docs/domain/README.md, "People"). */
@Controller('service-support/people/:email/deactivate')
@Needs('service-support')
export class DeactivatePersonPage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('email') address: string) {
    const { em } = this.projects;
    const { email: who, name } = await personNamed(em, address);
    const count = (await projectsRunBy(em, who)).length;
    const others = (await assignablePeople(em)).filter((one) => one.email !== who);
    const to = [
      { value: nobody, text: 'Nobody (unassigned)' },
      ...others.map((one) => ({ value: one.email, text: `${one.name} (${one.email})` })),
    ];
    return page('people/person', {
      title: `Deactivate ${name}`,
      caption: who,
      says: [
        'They are signed out everywhere, refused at the door, get no e-mails and are offered nowhere.',
        ...(count > 0 ? [`They run ${count === 1 ? '1 active project' : `${count} active projects`}.`] : []),
      ],
      see: count > 0 && { text: 'See their projects', href: `/projects/by-user/${encodeURIComponent(who)}` },
      cancel: active,
      warning: true,
      ...(count > 0 ? handOnForm.empty({ offer: { to } }) : deactivateForm.empty()),
    });
  }

  @Post()
  async deactivate(
    @Param('email') address: string,
    @Form(optionalForm) { to }: Answer<typeof optionalForm>,
    @SignedIn() user: SignedInUser,
  ) {
    const { em } = this.projects;
    const { email: from, name } = await personNamed(em, address);
    if (from === user.email) throw new RefusedError('COMPLETE.YOURSELF', 'You cannot deactivate yourself');
    const taker = (await assignablePeople(em)).find((one) => one.email === to && one.email !== from);
    if (!taker && to !== nobody && (await projectsRunBy(em, from)).length > 0)
      throw handOnForm.wrong({ to: 'Select who takes their projects' });
    const handing = { from, to: taker ? { email: taker.email, name: taker.name } : null, user };
    const against = await handOn(this.projects, handing);
    if (against.length > 0) throw handOnForm.wrong({ '': `Not handed on: ${against.join('; ')}` });
    await deactivate(em, from, this.clock.now());
    // What was given to them while they were still offered.
    await handOn(this.projects, handing);
    return redirect(active).saying(`${name} was deactivated`);
  }
}

const activateForm = form({ fields: {}, button: 'Activate' });

/** Lets somebody in again. */
@Controller('service-support/people/:email/activate')
@Needs('service-support')
export class ActivatePersonPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('email') address: string) {
    const { email: who, name } = await personNamed(this.projects.em, address);
    return page('people/person', {
      title: `Activate ${name}`,
      caption: who,
      says: ['They can sign in again, and projects can be given to them.'],
      cancel: inactive,
      ...activateForm.empty(),
    });
  }

  @Post()
  async activate(@Param('email') address: string) {
    const { em } = this.projects;
    const { email: who, name } = await personNamed(em, address);
    await em.nativeUpdate(PersonRow, { email: who }, { deactivatedAt: null });
    return redirect(active).saying(`${name} is active again`);
  }
}
