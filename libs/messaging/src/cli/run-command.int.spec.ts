import { eventually } from '@academies/testing';
import { aConsumer, createLedger, ledgerOf, write } from '../fixtures/ledger.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { commandOf } from './command-line.ts';
import { runCommand } from './run-command.ts';

describe('Dead letters on the command line', () => {
  let service: Service;
  const said = async (words: string[], patience?: number) => {
    const lines: string[] = [];
    await runCommand(service.orm.em.fork(), commandOf(words), (line) => lines.push(line), patience);
    return lines.join('\n');
  };

  beforeAll(async () => {
    service = await aService();
    await service.ask(createLedger);
  });
  afterAll(() => service.close());

  it('are listed, replayed and discarded by the service that runs; without one they wait for it', async () => {
    expect(await said(['prepare', 'list'])).toBe('Nothing is parked.');
    let isMended = false;
    const consumer = aConsumer(service, {
      apply: async (events, em) => {
        if (!isMended) throw new Error('broken for now');
        await write(events, em);
      },
    });
    consumer.start();
    await send(service.kafka, [aMessage('mended', 1), aMessage('hopeless', 1, { value: '{' })]);
    await eventually(async () => expect(await said(['prepare', 'list'])).toContain('2 parked.'));
    expect(await said(['prepare', 'list'])).toMatch(/key mended .*\n +poison after 3 tries {2}Error: broken for now/);
    isMended = true;
    expect(await said(['prepare', 'replay'])).toMatch(/Asked for 2 keys.\n.*key hopeless/);
    expect(await ledgerOf(service)).toEqual({ mended: [1] });
    expect(await said(['prepare', 'discard', 'nothing', '--note', 'x', '--by', 'a@b.example'])).toBe(
      'Nothing of the kind is parked.',
    );
    await consumer.stop();
    const discard = ['prepare', 'discard', 'hopeless', '--note', 'Not JSON', '--by', 'a@b.example'];
    expect(await said(discard, 300)).toContain('as soon as it runs');
    consumer.start();
    await eventually(async () => expect(await said(['prepare', 'list'])).toBe('Nothing is parked.'));
    await consumer.stop();
  });
});
