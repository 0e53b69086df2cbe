import { personas, visitor } from '@academies/identity';
import { takeTrialAway } from '@academies/local';
import { eventually } from '@academies/testing';
import { startSystem, type System } from '@academies/testing/system';

let trial: System;
beforeAll(async () => void (trial = await startSystem({ TRIAL: 'yes' })));
afterAll(() => trial?.stop());

const urls = () => Object.values(trial.databases).map(({ url }) => url);

describe('A trial', () => {
  it.each(['prepare', 'complete', 'reporting'] as const)(
    'says so on every page of %s, and on every response',
    async (name) => {
      const start = await fetch(`${trial.at(name)}/accessibility`);
      expect(await start.text()).toContain('Everything here is made up');
      for (const path of ['/accessibility', '/no-such-page', '/health/live', '/assets/app.css'])
        expect((await fetch(trial.at(name) + path)).headers.get('x-trial')).toBe('yes');
    },
  );

  it('fills itself, and every file that is made of it says so in its name, in no row', async () => {
    const consumer = visitor(trial.at('reporting'));
    await consumer.signIn(personas.dataConsumer);
    const file = await eventually(async () => {
      const found = await consumer.get('/exports/all-data.csv?bom=no');
      expect(found.text.split('\r\n').length).toBeGreaterThan(100);
      return found;
    });
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="trial_\d{4}-\d\d-\d\d_all_data\.csv"$/,
    );
    expect(file.headers.get('x-trial')).toBe('yes');
    expect(file.text).toMatch(/^Project reference,/);
    expect(file.text).not.toMatch(/trial_/);
  });

  it('is not taken away under those who are in it, and then as a whole, by one command', async () => {
    await expect(takeTrialAway(urls(), trial.kafka)).rejects.toThrow('The trial is running: ');
    await Promise.all(Object.values(trial.services).map((service) => service.stop('SIGTERM')));
    expect(await takeTrialAway(urls(), trial.kafka)).toEqual({ emptied: 4, topics: 8 });
    expect(await takeTrialAway(urls(), trial.kafka)).toEqual({ emptied: 0, topics: 0 });
  });
});
