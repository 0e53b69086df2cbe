import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Service } from './command-line.ts';
import { databaseUrl, localAddresses } from './local-parts.ts';

/** `npm run republish -- register`: a service that offers it has a script of its own, since it alone knows its state. */
const [service = ''] = process.argv.slice(2);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const offered = Object.keys(scripts).flatMap((name) =>
  name.endsWith(':republish') ? [name.replace(':republish', '')] : [],
);

if (offered.includes(service)) {
  // Beside a running `npm start` the service's command finds its parts as this one does.
  const env = {
    ...localAddresses(service as Service),
    ...process.env,
    DATABASE_URL: databaseUrl(service as Service),
  };
  process.exitCode =
    spawnSync('npm', ['run', '--silent', `${service}:republish`], { stdio: 'inherit', env }).status ?? 1;
} else {
  console.error(
    `${service || 'A service'} does not offer to publish its state again. These do: ${offered.join(', ') || 'none'}`,
  );
  process.exitCode = 1;
}
