/**
 * `npm run schema:released`: compares `apps/api/schema.graphql` with the schema of the last release. A breaking change
 * must be listed in CHANGELOG.md before version 1.0.0, and is refused from then on. `--write`, at a release, makes the
 * present schema the released one.
 */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBreakingChanges } from './released-schema/find-breaking-changes.ts';
import { judgeChanges } from './released-schema/judge-changes.ts';

const root = join(import.meta.dirname, '..');
const present = join(root, 'apps/api/schema.graphql');
const released = join(root, 'apps/api/released-schema.graphql');
const read = (file: string) => readFileSync(file, 'utf8');

if (process.argv.includes('--write')) copyFileSync(present, released);
else {
  const { version } = JSON.parse(read(join(root, 'package.json'))) as { version: string };
  const breaking = await findBreakingChanges(read(released), read(present));
  const wrong = judgeChanges(breaking, version, read(join(root, 'CHANGELOG.md')));
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) process.exitCode = 1;
  else
    console.log(`${breaking.length} breaking changes since the last release, all of them in the changelog.`);
}
