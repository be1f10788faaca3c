import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './find-browser.ts';
import { instance } from './instance.ts';

const browser = await findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: join(tmpdir(), `gondola-e2e-${process.env.USER ?? 'user'}`),
  // One instance serves all specs, each with its own stores. A browser mostly waits for it: two keep two cores busy.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: instance.webUrl,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace of every step costs a fifth of the time. `npm run test:e2e -- --trace on` keeps one of a test that fails here.
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: browser,
  },
  webServer: {
    command: `node ${join(import.meta.dirname, '../scripts/start.ts')} --no-stores`,
    url: `${instance.webUrl}/sign-in`,
    env: instance.env,
    // The web app is built once, perhaps on a busy machine without a cache.
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
