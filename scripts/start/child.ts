import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describeEnd } from './describe-end.ts';
import { noteworthy } from './noteworthy.ts';
import { tellingLines } from './telling-lines.ts';

export interface ChildPlan {
  name: string;
  /** Arguments of Node: the program's file and its own arguments. */
  args: string[];
  cwd: string;
  env: Record<string, string>;
  logFile: string;
  say: (message: string) => void;
}

export interface Child {
  /** Settles with its words when the child ends by itself for the first time. */
  firstEnd: Promise<string>;
  /** Ends it and starts it anew, without waiting for the backoff. */
  restart(): Promise<void>;
  /** SIGTERM to it and all its own children; SIGKILL after the grace. */
  stop(graceMs: number): Promise<void>;
}

/** Waits before a crashed child starts again: 1, 2, 4 ... 30 s; from 1 s again once it ran for a minute. */
const longestPauseMs = 30_000;
const steadyAfterMs = 60_000;

/** Keeps a child process running: what it says goes to its log file, what matters of it to the screen as well. */
export function keepRunning(plan: ChildPlan): Child {
  setLogAside(plan.logFile);
  let stopping = false;
  let pauseMs = 0;
  let current: { process: ChildProcess; exited: Promise<unknown> } | undefined;
  const cutShort = { pause: new AbortController() };
  const firstEnd = Promise.withResolvers<string>();

  async function run(): Promise<void> {
    while (!stopping) {
      const startedAt = Date.now();
      const process = startOnce(plan);
      current = { process, exited: once(process, 'exit') };
      const [code, signal] = (await current.exited) as [number | null, NodeJS.Signals | null];
      current = undefined;
      if (stopping) return;
      if (cutShort.pause.signal.aborted) {
        cutShort.pause = new AbortController();
        pauseMs = 0;
        continue;
      }
      // What the child itself started would live on beside the next one.
      if (process.pid !== undefined) signalGroup(-process.pid, 'SIGKILL');
      firstEnd.resolve(describeEnd(code, signal));
      pauseMs =
        Date.now() - startedAt > steadyAfterMs ? 1_000 : Math.min(pauseMs * 2 || 1_000, longestPauseMs);
      plan.say(
        `ended unexpectedly (${describeEnd(code, signal)}); starts again in ${pauseMs / 1000} s; see ${relative('.', plan.logFile)}`,
      );
      await wait(pauseMs, undefined, { signal: cutShort.pause.signal }).catch(() => {});
    }
  }
  const ended = run();

  return {
    firstEnd: firstEnd.promise,
    restart: async () => {
      cutShort.pause.abort();
      await endGroup(current, 5_000);
    },
    stop: async (graceMs) => {
      stopping = true;
      cutShort.pause.abort();
      await endGroup(current, graceMs);
      await ended;
    },
  };
}

/** Runs a child to its end, or ends it when the signal comes. @throws with the end of its log when it fails. */
export async function runToEnd(plan: ChildPlan, stopped?: AbortSignal): Promise<void> {
  setLogAside(plan.logFile);
  const child = startOnce(plan);
  const exited = once(child, 'exit');
  const stop = () => void endGroup({ process: child, exited }, 2_000);
  stopped?.addEventListener('abort', stop, { once: true });
  const [code, signal] = (await exited) as [number | null, NodeJS.Signals | null];
  stopped?.removeEventListener('abort', stop);
  if (code === 0) return;
  await wait(100); // for the last lines to reach the file
  throw new Error(`${plan.name} failed (${describeEnd(code, signal)}):\n${await tellingLines(plan.logFile)}`);
}

/** `api.log` of the last run becomes `api.previous.log`. */
function setLogAside(file: string): void {
  if (existsSync(file)) renameSync(file, file.replace(/\.log$/, '.previous.log'));
}

function startOnce(plan: ChildPlan): ChildProcess {
  mkdirSync(dirname(plan.logFile), { recursive: true });
  const log = createWriteStream(plan.logFile, { flags: 'a' });
  // A full disk must not end what runs.
  log.once('error', (fault) => plan.say(`the log ${plan.logFile} cannot be written: ${fault.message}`));
  log.on('error', () => {});
  const withParent = join(import.meta.dirname, 'with-parent.ts');
  const child = spawn(process.execPath, ['--import', withParent, ...plan.args], {
    cwd: plan.cwd,
    env: { ...process.env, ...plan.env, GONDOLA_ENDS_WITH_STDIN: '1' },
    // A process group of its own: Ctrl-C reaches us alone, and we end the children in order.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {});
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      log.write(`${line}\n`);
      const message = noteworthy(line);
      if (message !== undefined) plan.say(message);
    });
  }
  child.once('close', () => log.end());
  return child;
}

async function endGroup(
  running: { process: ChildProcess; exited: Promise<unknown> } | undefined,
  graceMs: number,
): Promise<void> {
  if (running?.process.pid === undefined) return;
  const group = -running.process.pid;
  signalGroup(group, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(group, 'SIGKILL'), graceMs);
  await running.exited;
  clearTimeout(timer);
  // Whatever the child itself left behind.
  signalGroup(group, 'SIGKILL');
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(group, signal);
  } catch {
    // All of the group have ended.
  }
}
