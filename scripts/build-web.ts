/** `npm ci` ends with this: the web app is built, so that the first start finds it ready. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from './start/child.ts';
import { webBuildPlan } from './start/children.ts';
import { readSettings } from './start/settings.ts';
import { buildWebIfStale } from './start/web-build.ts';

const say = (name: string, message: string) => console.log(`${name} ${message}`);
const { signal } = new AbortController();

// Where only the package.json files are (a layer of a container image), there is nothing to build yet.
if (existsSync(join(import.meta.dirname, '../apps/web/next.config.ts')))
  await buildWebIfStale(
    () => runToEnd(webBuildPlan(readSettings([], process.env), say), signal),
    (message) => say('web', message),
    signal,
  ).catch((fault: unknown) => {
    // An install must not fail for it: the first start builds it, or says what is wrong.
    console.error(`The web app could not be built yet: ${fault instanceof Error ? fault.message : fault}`);
  });
