import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

export interface Browser {
  executablePath: string;
  args: string[];
}

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** CHROMIUM_PATH, then Playwright's own, then the system's, then the one that comes with npm (Linux on x64). */
export async function findBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which is not there.`);
  const found = [given, chromium.executablePath(), ...systemBrowsers].find(
    (path) => path && existsSync(path),
  );
  // Chromium's sandbox does not run as root; as anybody else it stays on.
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (found) return { executablePath: found, args: [...rootArgs, '--disable-background-networking'] };
  return fromNpm(rootArgs);
}

async function fromNpm(rootArgs: string[]): Promise<Browser> {
  // A folder of its own, before the package is loaded: it unpacks to a fixed name in TMPDIR and reuses what lies there.
  const dir = join(tmpdir(), `gondola-chromium-${userInfo().uid}`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const outerTmp = process.env.TMPDIR;
  process.env.TMPDIR = dir;
  const { default: bundled, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  // The libraries it needs beside itself (nss and others) are in the package too, but unpacked only on AWS.
  const bin = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin');
  await inflate(join(bin, 'al2023.tar.br'));
  setupLambdaEnvironment(join(dir, 'al2023', 'lib'));
  bundled.setGraphicsMode = false;
  const executablePath = await bundled.executablePath();
  if (outerTmp === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = outerTmp;
  // Its arguments, less those that would hide faults of ours (web security) or end the browser with a tab.
  const misleading =
    /single-process|disable-web-security|allow-running-insecure|headless|no-zygote|in-process-gpu|no-sandbox/;
  return { executablePath, args: [...bundled.args.filter((arg) => !misleading.test(arg)), ...rootArgs] };
}
