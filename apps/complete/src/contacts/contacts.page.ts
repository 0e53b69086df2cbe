import { type CompleteProject, contactCategories } from '@academies/contracts';
import { keyContactsOf, tasksOf } from '@academies/complete';
import { Needs, page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Module, Param } from '@nestjs/common';
import type { AboutProject } from '../project/about-project.ts';
import { type Director, directorOf } from '../project/director.ts';
import { frameOf } from '../project/project-frame.ts';
import { Projects } from '../project/projects.ts';
import { contactForms } from './change-contacts.ts';

/** The order of organisations on the page (docs/domain/complete-pages.md, "A project"). */
const order = [
  'school',
  'incoming_trust',
  'outgoing_trust',
  'local_authority',
  'solicitor',
  'diocese',
  'other',
] as const;

/** The people outside the Department whom a project talks to, by organisation. */
@Controller('projects/:project/contacts')
@Needs('read-complete')
export class ContactsPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const about = await this.projects.about(id, user);
    const director = await directorOf(this.projects.em, about);
    const { project } = about;
    const addresses = [...project.contacts.map(({ email }) => email), director?.email].filter(Boolean);
    return page('contacts/contacts', {
      frame: frameOf(about, user, '/contacts'),
      groups: groupsOf(about, director),
      addresses: [...new Set(addresses)].join('; '),
    });
  }
}

function groupsOf({ project }: AboutProject, director: Director | null) {
  return order.flatMap((category) => {
    const contacts = project.contacts
      .filter((contact) => contact.category === category)
      .toSorted((a, b) => Number(b.primary) - Number(a.primary) || a.name.localeCompare(b.name, 'en'))
      .map((contact) => ({ ...contact, tasks: tasksNaming(project, contact.id) }));
    const isContact = contacts.some(({ name }) => name === director?.name);
    const theirs = category === 'local_authority' && !isContact ? director : null;
    return contacts.length > 0 || theirs
      ? [{ title: contactCategories.say(category), contacts, director: theirs }]
      : [];
  });
}

/** What tasks call a contact, by the title of the task. */
const tasksNaming = (project: CompleteProject, id: string) =>
  keyContactsOf(project, id).flatMap((as) => {
    const task = tasksOf[project.kind].find(({ name }) => name === as);
    return task ? [{ name: task.name, title: task.title }] : [];
  });

/** Contacts: the page, and the forms that change them. Forms first, whose addresses are longer. */
@Module({ controllers: [...contactForms, ContactsPage] })
export class ContactsModule {}
