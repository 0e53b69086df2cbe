import { hostOf } from '@academies/web';
import { identitySettings } from './settings.ts';
import { startIdentity } from './start-identity.ts';

const settings = identitySettings();

if (settings.NODE_ENV === 'production' && settings.ALLOW_DEVELOPMENT_SIGN_IN !== 'yes') {
  process.stderr.write(
    'The development sign-in lets anybody be anybody, so it does not start with NODE_ENV=production. ' +
      'For a demonstration without real data set ALLOW_DEVELOPMENT_SIGN_IN=yes.\n',
  );
  process.exit(1);
}

const identity = await startIdentity({
  port: settings.PORT,
  host: hostOf(settings),
  issuer: settings.OIDC_ISSUER,
  showsEMails: settings.NODE_ENV !== 'production',
  clients: [
    { id: 'prepare', secret: settings.PREPARE_CLIENT_SECRET, url: settings.PREPARE_URL },
    { id: 'complete', secret: settings.COMPLETE_CLIENT_SECRET, url: settings.COMPLETE_URL },
    { id: 'reporting', secret: settings.REPORTING_CLIENT_SECRET, url: settings.REPORTING_URL },
  ],
  machines: [
    {
      id: 'machine',
      secret: settings.MACHINE_CLIENT_SECRET,
      audience: settings.MACHINE_AUDIENCE,
      scopes: ['reports', 'choices', 'findings'],
    },
  ],
});
process.stdout.write(`Development sign-in: ${identity.issuer}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void identity.stop());
