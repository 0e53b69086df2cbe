import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { localSettings, root, StartupError } from '@academies/local';

/** A Chromium to start, and what it needs beside it. */
export interface FoundChromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** The Chromium that CHROMIUM_PATH names, else the one of npm package @sparticuz/chromium, unpacked once a user. */
export function findChromium(settings = localSettings()): FoundChromium {
  if (settings.CHROMIUM_PATH) {
    if (existsSync(settings.CHROMIUM_PATH)) return { executablePath: settings.CHROMIUM_PATH, env: {} };
    throw new StartupError(
      `There is no browser at ${settings.CHROMIUM_PATH}.`,
      'Correct CHROMIUM_PATH, or unset it for the one from npm.',
    );
  }
  const folder = path.join(settings.ACADEMIES_CACHE, `chromium-${packageVersion()}`);
  if (!existsSync(folder)) unpack(folder);
  // The package brings the libraries and fonts that a bare system lacks, as it does for AWS Lambda.
  const env = { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_PATH: path.join(folder, 'fonts') };
  return { executablePath: path.join(folder, 'chromium'), env };
}

/** Into a folder beside it, which gets its name when it is whole: tests in other processes unpack at the same time. */
function unpack(folder: string): void {
  mkdirSync(path.dirname(folder), { recursive: true });
  const begun = mkdtempSync(`${folder}.`);
  const program = `(await import(${JSON.stringify(packageUrl())})).default.executablePath()`;
  // It unpacks into TMPDIR, the libraries only where it believes to be on AWS Lambda.
  const env = { ...process.env, TMPDIR: begun, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', `await ${program}`], {
    env,
    encoding: 'utf8',
  });
  try {
    if (done.status !== 0)
      throw new StartupError(
        `The browser could not be unpacked: ${done.stderr.trim().split('\n').at(-1)}`,
        'Is there space for 300 MB? Or set CHROMIUM_PATH.',
      );
    writeFileSync(path.join(begun, 'fonts/fonts.conf'), fontsOf(folder));
    renameSync(begun, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(begun, { recursive: true, force: true });
  }
}

/** Only the letters that came with it, which the package looks for elsewhere: pages are as wide on every machine. */
const fontsOf = (folder: string) =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`;

/** The package does not let itself be asked where it lies; npm puts it at the top. */
const packageFolder = path.join(root, 'node_modules/@sparticuz/chromium');
const packageUrl = () => pathToFileURL(path.join(packageFolder, 'build/esm/index.js')).href;
const packageVersion = () =>
  (JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version;
