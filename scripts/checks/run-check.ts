import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Check, root } from './checks.ts';
import type { Tally } from './tally.ts';

/** Compiled modules of every process that the checks start, and of the next run. */
const compileCache = join(root, 'node_modules/.cache/compile');
let reports = 0;

export interface CheckOutput {
  /** Shown as it comes; else what the check said is shown when it failed. */
  isShown: boolean;
  moreArgs: readonly string[];
}

/** Runs one check to its end and prints how it went. Never throws: a check that cannot run has failed. */
export async function runCheck(check: Check, { isShown, moreArgs }: CheckOutput): Promise<Tally> {
  const startedAt = Date.now();
  reports += 1;
  const reportFile = join(tmpdir(), `gondola-check-${process.pid}-${reports}.json`);
  const child = spawn(
    process.execPath,
    [...check.args, ...(check.reportArgs?.(reportFile) ?? []), ...moreArgs],
    {
      cwd: root,
      env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ...check.env?.(reportFile) },
      stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    },
  );
  const [said, exit] = await Promise.all([
    Promise.all([child.stdout && text(child.stdout), child.stderr && text(child.stderr)]),
    once(child, 'exit'),
  ]);
  const exitCode = exit[0] as number | null;
  const tally = await tallyOf(check, reportFile, exitCode);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  if (tally.failed) process.stdout.write(said.map((output) => output ?? '').join(''));
  process.stdout.write(`${tally.failed ? '✗' : '✓'} ${check.name} (${seconds} s)\n`);
  return tally;
}

async function tallyOf(check: Check, reportFile: string, exitCode: number | null): Promise<Tally> {
  if (!check.reportArgs) return check.tally(undefined, exitCode);
  try {
    return check.tally(JSON.parse(await readFile(reportFile, 'utf8')), exitCode);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // it ended before it could write its report
  } finally {
    await rm(reportFile, { force: true });
  }
}
