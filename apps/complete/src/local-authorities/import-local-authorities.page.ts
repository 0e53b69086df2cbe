import { type Answer, form, textarea, tick } from '@academies/forms';
import { UnreadableFile } from '@academies/imports';
import { Form, Needs, page, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Projects } from '../project/projects.ts';
import { type AuthorityFile, type PlannedImport, plannedImport } from './planned-import.ts';

const importForm = form({
  fields: {
    csv: textarea({
      label: 'The file',
      hint: 'Open the CSV file in a text editor, and paste all of it with its first line',
      required: 'Paste the file with its first line',
      rows: 12,
      max: 100_000,
    }),
    editedToo: tick({ label: 'Also take what was edited by hand from the file' }),
  },
  button: 'Show what would change',
});

const [address, template] = ['/service-support/local-authorities/import', 'local-authorities/import-local-authorities'];

/** Takes local authorities from a file: first what would change and what would be emptied, then the import itself. */
@Controller(address)
@Needs('service-support')
export class ImportLocalAuthoritiesPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  show() {
    return page(template, { ...importForm.empty() });
  }

  @Post()
  @HttpCode(200)
  async import(
    @Form(importForm) answer: Answer<typeof importForm>,
    @Body('seen') seen: unknown,
    @SignedIn() { email, name }: SignedInUser,
  ) {
    const file: AuthorityFile = { ...answer, by: { email, name } };
    const { plan, isDone } = await this.try(file, (made) => made.hash === seen).catch(unreadable);
    const there = redirect('/service-support/local-authorities');
    if (!isDone && typeof seen === 'string' && plan.changes.length === 0)
      return there.telling('Nothing was changed: what is in the file was imported already');
    if (!isDone) return page(template, { plan, file, isOther: typeof seen === 'string' });
    const { length } = plan.changes;
    return there.saying(length === 1 ? '1 local authority was changed' : `${length} local authorities were changed`);
  }

  /** Imports, and keeps it only if what it comes to `isWanted`. */
  private async try(file: AuthorityFile, isWanted: (plan: PlannedImport) => boolean) {
    const { em } = this.projects;
    await em.begin();
    try {
      const plan = await plannedImport(em, file);
      const isDone = isWanted(plan);
      await (isDone ? em.commit() : em.rollback());
      return { plan, isDone };
    } catch (error) {
      await em.rollback();
      throw error;
    }
  }
}

function unreadable(error: unknown): never {
  if (error instanceof UnreadableFile)
    throw importForm.wrong({ csv: `The file cannot be read: ${(error.cause as Error).message}` });
  throw error;
}
