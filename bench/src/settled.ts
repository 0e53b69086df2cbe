import { eventually } from '@academies/testing';
import { count, type System } from '@academies/testing/system';
import { rowTable } from './export/fill-rows.ts';

/** Waits until the demo data has arrived everywhere: a row an academy, and every approval answered. */
export async function settled({ databases: { prepare, reporting } }: System): Promise<void> {
  const academies = await count(prepare.url, `select from project, jsonb_array_elements(state -> 'academies')`);
  await eventually(
    async () => {
      const rows = `select from ${await rowTable(reporting.url)}`;
      const open = `${rows} where handover_state = 'waiting'`;
      return (await count(reporting.url, rows)) === academies && (await count(reporting.url, open)) === 0;
    },
    { within: 120_000, every: 500 },
  );
}
