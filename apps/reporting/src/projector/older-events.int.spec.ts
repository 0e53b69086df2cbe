import { aDatabase, type Database, projection } from '../fixtures/database.spec.ts';
import { approved, created, started } from '../fixtures/events.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion } from '../fixtures/states.spec.ts';
import { rowTable } from '../read-model/tables.sql.ts';
import { buildReadModel } from './build-read-model.ts';

describe('What an earlier release has kept', () => {
  let database: Database;
  beforeEach(async () => void (database = await aDatabase()));
  afterEach(() => database.drop());

  const row = async (fingerprint = projection.fingerprint) =>
    (await database.client.query(`select * from ${rowTable(fingerprint)}`)).rows[0];

  it('in the journal is read with the defaults of what was thought of since: lists and objects too', async () => {
    await database.apply(approved(anApprovedConversion()), created(activeInComplete()));
    // As before anybody thought of contacts, of SharePoint links or of grants.
    await database.client.query(
      `update journal set value = (value::jsonb #- '{project,contacts}' #- '{project,keyContacts}' #- '{project,sharePoint}' #- '{project,grant}')::json`,
    );
    await buildReadModel({ ...projection, fingerprint: 'later' }, database.session);
    expect(await row('later')).toMatchObject({
      complete_state: 'active',
      academy_contact_name: null,
      main_contact_name: null,
      school_sharepoint_link: null,
      grant_amount: null,
    });
  });

  it('is the value as it was sent: what this release does not know of stays for a later one', async () => {
    const project = aConversion();
    const raw = JSON.stringify({ project: { ...project, thoughtOfLater: ['a', 'b'] } });
    await database.apply({ ...started(project), raw });
    const { rows } = await database.client.query(`select value #>> '{project,thoughtOfLater,1}' as later from journal`);
    expect(rows).toEqual([{ later: 'b' }]);
    expect(await row()).toMatchObject({ school_urn: '900123' });
  });
});
