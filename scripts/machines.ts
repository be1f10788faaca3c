/**
 * `npm run machines`: starts Gondola on a matrix of machines, each as a person would, and ends it in another way each time.
 *
 *   npm run machines [-- --full] [-- PART-OF-A-NAME]
 *
 * --full also copies the data of each machine that has its own and starts the copy; else the first one's only. Without a part of a
 * name, the ways to end that no machine has used follow.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeError } from '@gondola/db/describe-error';
import { endInEachWay } from './machines/end-in-each-way.ts';
import { machines } from './machines/machines.ts';
import { runMachine } from './machines/run-machine.ts';
import { renderSamplePhoto } from './machines/sample-photo.ts';
import { type WayToEnd, waysToEnd } from './machines/ways-to-end.ts';

const { values, positionals } = parseArgs({ options: { full: { type: 'boolean' } }, allowPositionals: true });
const chosen = machines.filter(({ name }) => positionals.every((part) => name.includes(part)));
// The copy of the repository takes its built web app along: links to packages are nothing that Next.js builds with.
execFileSync(process.execPath, [join(import.meta.dirname, 'build-web.ts')], { stdio: 'inherit' });
const folder = await mkdtemp(join(tmpdir(), 'gondola-sample-'));
const left = new Set(Object.keys(waysToEnd) as WayToEnd[]);
let passed = 0;
let failed = 0;
let skipped = 0;
try {
  const sample = await renderSamplePhoto(folder);
  for (const [index, machine] of chosen.entries()) {
    const missing = process.platform === 'linux' ? machine.missing?.() : 'lists of processes need Linux';
    if (missing !== undefined) {
      console.log(`- ${machine.name}: skipped, ${missing}`);
      skipped += 1;
      continue;
    }
    const withCopy = machine.isCopied !== false && (values.full === true || index === 0);
    await report(machine.name, (say) => runMachine(machine, { sample, withCopy, say }));
    for (const way of machine.ends.slice(0, withCopy ? 2 : 1)) left.delete(way);
  }
  if (positionals.length === 0 && process.platform === 'linux')
    await report('every other way to end', (say) => endInEachWay([...left], say));
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || (skipped > 0 && process.env.CI === 'true') ? 1 : 0;

async function report(name: string, work: (say: (line: string) => void) => Promise<void>): Promise<void> {
  const lines: string[] = [];
  try {
    await work((line) => lines.push(line));
    passed += 1;
    console.log([`✓ ${name}`, ...lines].join('\n'));
  } catch (fault) {
    failed += 1;
    console.log([`✗ ${name}`, ...lines, describeError(fault)].join('\n'));
  }
}
