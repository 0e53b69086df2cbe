import { eventually } from '@academies/testing';
import { aBusyService, type BusyService } from '../fixtures/busy-service.spec.ts';
import { cookieOf } from '../fixtures/test-service.spec.ts';

describe('Downloads that take long', () => {
  let service: BusyService;
  beforeAll(async () => {
    service = await aBusyService({
      DOWNLOADS_AT_ONCE: '2',
      DOWNLOADS_OF_ONE: '1',
      DOWNLOAD_TURN_SECONDS: '0',
      DOWNLOAD_LONGEST_SECONDS: '20',
    });
    await service.longerThanBuffers();
  });
  afterAll(() => service.stop());

  const refused = async (cookie: string) => {
    const response = await fetch(`${service.url}/exports/all-data.csv?json`, { headers: { cookie } });
    const { code } = (await response.json()) as { code: string };
    return [response.status, code, Number(response.headers.get('retry-after')) > 0];
  };

  it('leave room for others, are refused with when to come again, and are broken off in the end', async () => {
    const own = await service.begun(service.cookies.dale);
    expect(await refused(service.cookies.dale)).toEqual([429, 'REPORTING.OWN_LIMIT', true]);
    const others = await service.begun(service.cookies.bea);
    const support = cookieOf(await service.as('serviceSupport'));
    expect(await refused(support)).toEqual([503, 'REPORTING.BUSY', true]);
    await eventually(async () => expect(await service.copying()).toEqual([]));
    expect(await Promise.all([own.ended(), others.ended()])).toEqual(['reset', 'reset']);
    (await service.begun(support)).destroy();
  });
});
