import { editLocalAuthority, LocalAuthorityRow } from '@academies/complete';
import { contextAt, type LocalAuthority, NotFoundError } from '@academies/contracts';
import { type Answer, email, form, text } from '@academies/forms';
import { queueEvents } from '@academies/messaging';
import { Clock, Form, Needs, page, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Projects } from '../project/projects.ts';
import { holdLocalAuthorities } from './hold-local-authorities.ts';

async function authorityRow(em: EntityManager, code: string) {
  const row = await em.findOne(LocalAuthorityRow, { code }, { refresh: true });
  if (!row) throw new NotFoundError('COMPLETE.NO_LOCAL_AUTHORITY', 'There is no local authority with this code');
  return row;
}

/** A local authority as Complete keeps it (docs/domain/complete.md, "Local authorities"). */
@Controller('service-support/local-authorities/:code')
@Needs('service-support')
export class LocalAuthorityPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('code') code: string) {
    const { document, editedByHand } = await authorityRow(this.projects.em, code);
    const { name, address, directorOfChildrensServices: director } = document;
    return page('local-authorities/local-authority', {
      code,
      title: name,
      editedByHand,
      rows: [
        { key: 'Address', value: inOneLine(address) || 'Not known' },
        { key: "Director of children's services", value: director?.name ?? 'Not known', email: director?.email },
        { key: 'Role', value: director?.role ?? 'Not known' },
      ],
    });
  }
}

/** In the order of a letter; the database keeps an order of its own. */
const inOneLine = ({ line1, line2, line3, town, county, postcode }: LocalAuthority['address']): string =>
  [line1, line2, line3, town, county, postcode].filter(Boolean).join(', ');

const line = (label: string, max = 100) => text({ label, max });
const editForm = form({
  fields: {
    name: text({ label: 'Name of the authority', required: 'Enter the name of the authority', max: 100 }),
    line1: line('Address line 1 (optional)'),
    line2: line('Address line 2 (optional)'),
    line3: line('Address line 3 (optional)'),
    town: line('Town (optional)'),
    county: line('County (optional)'),
    postcode: text({ label: 'Postcode (optional)', max: 10, width: 10 }),
    directorName: line("Name of the director of children's services (optional)"),
    directorRole: line('Role of the director (optional)'),
    directorEmail: email({ label: 'E-mail of the director (optional)' }),
  },
  button: 'Save',
});

const valuesOf = ({ name, address, directorOfChildrensServices: director }: LocalAuthority) => ({
  name,
  ...address,
  directorName: director?.name ?? null,
  directorRole: director?.role ?? null,
  directorEmail: director?.email ?? null,
});

/** Edits an authority by hand; published as an import does it, which from then on leaves it alone. */
@Controller('service-support/local-authorities/:code/edit')
@Needs('service-support')
export class EditLocalAuthorityPage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('code') code: string) {
    const { document } = await authorityRow(this.projects.em, code);
    return page('local-authorities/edit-local-authority', {
      code,
      name: document.name,
      cancel: `/service-support/local-authorities/${code}`,
      ...editForm.filledWith(valuesOf(document)),
    });
  }

  @Post()
  async save(
    @Param('code') code: string,
    @Form(editForm) answer: Answer<typeof editForm>,
    @Shown() shown: string | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    await this.projects.em.transactional(async (em) => {
      await holdLocalAuthorities(em);
      const row = await authorityRow(em, code);
      const settled = editForm.settled({ stored: valuesOf(row.document), shown, answer });
      const { name, directorName, directorRole, directorEmail, ...address } = settled;
      const { state, events, problems } = editLocalAuthority(row.document, {
        ...contextAt(user, this.clock.now()),
        name,
        address,
        director: { name: directorName, role: directorRole, email: directorEmail },
      });
      if (problems) throw editForm.withProblems(problems);
      if (events.length === 0) return;
      Object.assign(row, { document: state, editedByHand: true });
      await em.flush();
      await queueEvents(em, ...events);
    });
    return redirect(`/service-support/local-authorities/${code}`).saying('Local authority saved');
  }
}
