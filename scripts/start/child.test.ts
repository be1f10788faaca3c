import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ChildPlan, keepRunning, runToEnd } from './child.ts';

const folder = await mkdtemp(join(tmpdir(), 'gondola-child-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A child that runs the given program; every test has its own log. */
async function plan(name: string, program: string): Promise<ChildPlan & { said: string[] }> {
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, program);
  const said: string[] = [];
  return {
    name,
    args: [file],
    cwd: folder,
    env: { MARK: name },
    logFile: join(folder, `${name}.log`),
    say: (message) => said.push(message),
    said,
  };
}

const logOf = (child: ChildPlan) => readFile(child.logFile, 'utf8').catch(() => '');
const lives = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('a child that crashes is started again, and the screen says so', async () => {
  const crashing = await plan('crashing', `console.log('up', process.pid); process.exit(3);`);
  const child = keepRunning(crashing);
  await expect.poll(() => logOf(crashing), { timeout: 20_000 }).toMatch(/up \d+\nup \d+\n/);
  await child.stop(1_000);
  expect(crashing.said[0]).toContain('ended unexpectedly (code 3); starts again in 1 s');
  expect(crashing.said[1] ?? 'starts again in 2 s').toContain('starts again in 2 s');
});

test('stopping asks first, and kills what does not obey together with its own children', async () => {
  const stubborn = await plan(
    'stubborn',
    `import { spawn } from 'node:child_process';
     const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
     process.on('SIGTERM', () => console.log('asked'));
     setInterval(() => {}, 1000);
     console.log('pids', process.pid, grandchild.pid);`,
  );
  const child = keepRunning(stubborn);
  await expect.poll(() => logOf(stubborn), { timeout: 20_000 }).toContain('pids');
  const pids =
    /pids (\d+) (\d+)/
      .exec(await logOf(stubborn))
      ?.slice(1)
      .map(Number) ?? [];
  await child.stop(500);
  expect(await logOf(stubborn)).toContain('asked');
  expect(pids).toHaveLength(2);
  await expect.poll(() => pids.filter(lives), { timeout: 5_000 }).toEqual([]);
});

test('a child ends when the process that started it is killed with SIGKILL', async () => {
  const idle = await plan('idle', `setInterval(() => {}, 1000); console.log('pid', process.pid);`);
  const { args, cwd, env, logFile, name } = idle;
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `const { keepRunning } = await import(${JSON.stringify(join(import.meta.dirname, 'child.ts'))});
     keepRunning({ ...${JSON.stringify({ args, cwd, env, logFile, name })}, say: () => {} });`,
  ]);
  await expect.poll(() => logOf(idle), { timeout: 20_000 }).toContain('pid');
  const pid = Number(/pid (\d+)/.exec(await logOf(idle))?.[1]);
  expect(lives(pid)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await expect.poll(() => lives(pid), { timeout: 10_000 }).toBe(false);
});

test('a thread of a child does not end the child', async () => {
  await runToEnd(
    await plan(
      'threaded',
      `import { Worker } from 'node:worker_threads';
       import { setTimeout as wait } from 'node:timers/promises';
       const thread = new Worker('setInterval(() => {}, 1000)', { eval: true });
       await wait(1500);
       await thread.terminate();`,
    ),
  );
});

test('a process that a child starts outlives its own closed standard input, also where it is preloaded alike', async () => {
  await runToEnd(
    await plan(
      'spawning',
      `import { spawn } from 'node:child_process';
       import { once } from 'node:events';
       const preloaded = { ...process.env, NODE_OPTIONS: process.execArgv.join('=') };
       const grandchild = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1500)'], { env: preloaded, stdio: 'ignore' });
       const [code, signal] = await once(grandchild, 'exit');
       if (code !== 0 || !preloaded.NODE_OPTIONS.includes('with-parent')) throw new Error('ended by ' + (signal ?? code));`,
    ),
  );
});

test('a one-off child that fails reports the end of what it said', async () => {
  await expect(
    runToEnd(await plan('failing', `console.error('the disk is full'); process.exitCode = 1;`)),
  ).rejects.toThrow('failing failed (code 1):\nthe disk is full');
  await runToEnd(await plan('passing', `console.log('fine');`));
});
