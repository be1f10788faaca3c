import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

export interface Browser {
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
}

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Returns the browser: CHROMIUM_PATH, then Playwright's own, then the system's, then the npm package's (Linux on x64).
 */
export async function findBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
  const found = [given, chromium.executablePath(), ...systemBrowsers].find(
    (path) => path && existsSync(path),
  );
  // Chromium's sandbox does not run as root; for other users it stays on.
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (found) return { executablePath: found, args: [...rootArgs, '--disable-background-networking'] };
  return fromNpm(rootArgs);
}

/** The environment of the bundled browser alone: its libraries would disturb other programs. */
const browserVariables = ['TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'FONTCONFIG_FILE'] as const;

async function fromNpm(rootArgs: string[]): Promise<Browser> {
  // A folder of its own, set before the package is loaded: the package unpacks to a fixed name in TMPDIR and reuses
  // what it finds.
  const dir = join(tmpdir(), `gondola-chromium-${userInfo().uid}`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const before = Object.fromEntries(browserVariables.map((name) => [name, process.env[name]]));
  process.env.TMPDIR = dir;
  const { default: bundled, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  // The package also contains the libraries that the browser needs (nss and others), but unpacks them only on AWS.
  const bin = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
  await inflate(join(bin, 'al2023.tar.br'));
  setupLambdaEnvironment(join(dir, 'al2023', 'lib'));
  process.env.FONTCONFIG_FILE = writeFontSettings(dir);
  bundled.setGraphicsMode = false;
  const executablePath = await bundled.executablePath();
  const env = { ...process.env } as Record<string, string>;
  for (const name of browserVariables) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
  // The package's arguments, without those that would hide faults of ours (web security) or end the browser with a tab.
  const misleading =
    /single-process|disable-web-security|allow-running-insecure|headless|no-zygote|in-process-gpu|no-sandbox/;
  return { executablePath, args: [...bundled.args.filter((arg) => !misleading.test(arg)), ...rootArgs], env };
}

/** The package's settings search for fonts in one fixed folder; without any font the browser crashes on text. */
function writeFontSettings(dir: string): string {
  const file = join(dir, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${dir}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/fonts-cache</cachedir></fontconfig>`,
  );
  return file;
}
