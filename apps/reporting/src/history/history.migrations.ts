import { Migration } from '@mikro-orm/migrations';

/** To find the place of the journal at a moment, and to lay changes upon each other: the later in the order wins. */
export class CreateHistory extends Migration {
  override up(): void {
    this.addSql('create index journal_received_at on journal (received_at)');
    this.addSql(
      `create aggregate merged (jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}', parallel = safe)`,
    );
  }

  override down(): void {
    this.addSql('drop aggregate merged (jsonb)');
    this.addSql('drop index journal_received_at');
  }
}
