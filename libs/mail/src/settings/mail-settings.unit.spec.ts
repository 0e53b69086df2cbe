import { whatStops } from '@academies/contracts';
import { delivererOf, mailSettings } from './mail-settings.ts';

const templates = { assigned: { subject: 'Yours', body: '' }, handed_over: { subject: 'Your team’s', body: '' } };
const shape = mailSettings(templates);
const id = '9d751e0e-f929-4891-82a1-a3e1c3c18ee3';
const all = {
  NOTIFY_API_KEY: `key-${id}-${id}`,
  NOTIFY_URL: 'https://notify.example.org',
  NOTIFY_TEMPLATE_ASSIGNED: id,
  NOTIFY_TEMPLATE_HANDED_OVER: id,
};
const production = { NODE_ENV: 'production', RISK_IS_KNOWN: 'no' };
const here = { NODE_ENV: 'development', OIDC_ISSUER: 'http://localhost:3000' };

describe('Settings of e-mails', () => {
  it('have a template id for each template', () => expect(Object.keys(shape)).toEqual(Object.keys(all)));

  it('stop the start with one sentence that names each that is missing', () => {
    const { NOTIFY_URL: _, NOTIFY_TEMPLATE_ASSIGNED: __, ...some } = all;
    expect(whatStops(shape, some)).toEqual([
      'E-mails cannot be sent without NOTIFY_URL and NOTIFY_TEMPLATE_ASSIGNED: set what is missing, or none of NOTIFY_…',
    ]);
    expect(whatStops(shape, production)).toEqual([
      'E-mails cannot be sent: set NOTIFY_API_KEY, NOTIFY_URL, NOTIFY_TEMPLATE_ASSIGNED and NOTIFY_TEMPLATE_HANDED_OVER, or RISK_IS_KNOWN=yes if nobody waits for an e-mail',
    ]);
  });

  it.each([
    ['all are set', { ...production, ...all }],
    ['none is set in development', here],
    ['none is set and the risk is known', { ...production, RISK_IS_KNOWN: 'yes' }],
  ])('let it start when %s', (_, given) => expect(whatStops(shape, given)).toEqual([]));

  it.each(['a key', `${id}`])('know that %s is no API key', (key) =>
    expect(shape.NOTIFY_API_KEY.safeParse(key).success).toBe(false),
  );

  it('never let e-mails of production go to the page of development', () =>
    expect(delivererOf({ ...production, OIDC_ISSUER: here.OIDC_ISSUER }, templates)).toEqual({
      why: 'E-mails wait until NOTIFY_API_KEY, NOTIFY_URL, NOTIFY_TEMPLATE_ASSIGNED and NOTIFY_TEMPLATE_HANDED_OVER are set',
    }));
});
