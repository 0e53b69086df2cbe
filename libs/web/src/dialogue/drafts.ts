import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Whose draft it is: of which dialogue, about what (a project, or a number of its own), by whom. */
export interface DraftKey {
  readonly dialogue: string;
  readonly subject: string;
  readonly email: string;
}

/** What somebody has answered so far. It stands in the service's database, so that tabs and days do not mix or lose it. */
export const DraftRow = defineEntity({
  name: 'DraftRow',
  tableName: 'dialogue_draft',
  properties: {
    dialogue: p.text().primary(),
    subject: p.text().primary(),
    email: p.text().primary(),
    answers: p.json<object>(),
    savedAt: p.datetime(),
  },
});

export class CreateDrafts extends Migration {
  override up(): void {
    this.addSql(`
      create table dialogue_draft (
        dialogue text collate "C" not null,
        subject text collate "C" not null,
        email text collate "C" not null,
        answers jsonb not null,
        saved_at timestamptz not null,
        primary key (dialogue, subject, email)
      )`);
  }

  override down(): void {
    this.addSql('drop table dialogue_draft');
  }
}

/** All answers so far, over the blank ones of a dialogue, or nothing. */
export async function draftOf<Answers extends object>(
  em: EntityManager,
  key: DraftKey,
  blank: Answers,
): Promise<Answers | undefined> {
  const row = await em.findOne(DraftRow, { ...key }, { disableIdentityMap: true });
  return row ? { ...blank, ...row.answers } : undefined;
}

export const saveDraft = (em: EntityManager, key: DraftKey, answers: object): Promise<unknown> =>
  em.upsert(DraftRow, { ...key, answers, savedAt: new Date() });

/** Takes the draft away: it was recorded. */
export const endDraft = (em: EntityManager, key: DraftKey): Promise<number> => em.nativeDelete(DraftRow, { ...key });
