// Writes docs/settings.md from the schemas that the processes read their settings by; part of `npm run docs`.
import { writeFileSync } from 'node:fs';
import { settingsSection } from '@academies/web';
import { identitySettings } from '../infra/identity/dist/settings.js';
import { settingsOf as complete } from '../apps/complete/dist/settings/settings.js';
import { settingsOf as handover } from '../apps/handover/dist/settings.js';
import { settingsOf as prepare } from '../apps/prepare/dist/settings/settings.js';
import { settingsShape as register } from '../apps/register/dist/run/settings.js';
import { relaySettingsOf as relay } from '../apps/register/dist/relay/relay-settings.js';
import { settingsOf as reporting } from '../apps/reporting/dist/settings.js';

const sections = [
  ['Prepare', prepare.shape],
  ['Complete', complete.shape],
  ['Reporting', reporting.shape],
  ['Handover', handover.shape],
  ['Register', register],
  ["Register's relay", relay.shape],
  ['Development sign-in', identitySettings.shape],
].map(([process, shape]) => settingsSection(process, shape));

const page = `# Settings

Every process reads its settings once, from its environment. Made by \`npm run docs\` from the schemas that they are read by; tests keep it true.

In development nothing has to be set. In production what is missing or wrong stops the start with its name, and settings that cannot work together with one sentence that says what to set. What is fit for one machine only (Kafka with fewer than three copies, unencrypted connections) is refused in production unless \`RISK_IS_KNOWN=yes\` says that the risk is known; \`docker-compose.yml\` says so for its demonstration.

A proxy before a service has to speak HTTP/1.1 with it. Reporting's files answer HTTP/1.0 with 426, since a file that breaks off would look whole there; nginx needs \`proxy_http_version 1.1\`.

${sections.join('\n')}`;

writeFileSync(new URL('../docs/settings.md', import.meta.url), page);
