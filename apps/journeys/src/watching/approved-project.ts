import { personas, visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { answerApproval, ask, count, type System } from '@academies/testing/system';
import { parse } from 'csv-parse/sync';

/** The cells of a project in `all-data`, by the names of their columns. */
export type Row = Readonly<Record<string, string>>;

/**
 * A delivery officer approves a demo project; from then on one school of it is watched from outside, as those who depend
 * on it see it: its row in the CSV file, and what arrived of it over Kafka.
 */
export async function approvedProject(system: System, prepareId: string) {
  const officer = visitor(system.at('prepare'));
  await officer.signIn(personas.deliveryOfficer);
  const record = await answerApproval(officer, prepareId);
  if (!record) throw new Error(`Project ${prepareId} cannot be approved`);
  await record();

  const consumer = visitor(system.at('reporting'));
  await consumer.signIn(personas.dataConsumer);
  // One project of Prepare may have several academies; the file's order changes with their dates.
  let reference = `${prepareId}/`;
  const row = async (): Promise<Row> => {
    const { text, status } = await consumer.get('/exports/all-data.csv?headings=names&bom=no');
    if (status !== 200) throw new Error(`The file answers ${status}`);
    const rows = parse<Row>(text, { columns: true });
    return rows.find((one) => one['project_reference']?.startsWith(reference)) ?? {};
  };
  const { link_to_project: address = '', project_reference: ours = '' } = await eventually(
    async () => {
      const found = await row();
      return found['complete_state'] === 'inactive' && found;
    },
    { every: 100 },
  );
  reference = ours;
  const [, id = ''] = /\/projects\/([\w-]+)$/.exec(address) ?? [];
  const published = `select from outbox where subject = '${id}'`;
  const received = `select from journal where subject = '${id}'`;
  return {
    id,
    prepareId,
    address,
    row,
    /** Until Reporting has everything that Complete has said of the project. */
    hasArrived: () =>
      eventually(
        async () =>
          (await count(system.databases.complete.url, published)) ===
          (await count(system.databases.reporting.url, received)),
      ),
    /** What Kafka has brought of the project, oldest first, by its type. */
    events: async () =>
      (
        await ask<{ type: string }>(
          system.databases.reporting.url,
          'select type from journal where subject = $1 order by position',
          [id],
        )
      ).map(({ type }) => type),
  };
}
export type ApprovedProject = Awaited<ReturnType<typeof approvedProject>>;
