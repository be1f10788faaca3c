import { setTimeout as wait } from 'node:timers/promises';
import type { Instance } from './instance.ts';

/** Everything that can end `npm start`. After each, no process of it may be left. README.md promises it. */
export const waysToEnd = {
  'Ctrl-C': (instance) => signal(-pidOf(instance), 'SIGINT'),
  'Ctrl-C twice': async (instance) => {
    signal(-pidOf(instance), 'SIGINT');
    await wait(300);
    signal(-pidOf(instance), 'SIGINT');
  },
  'SIGTERM to npm alone, as a service manager sends it': (instance) => signal(pidOf(instance), 'SIGTERM'),
  'SIGHUP to npm alone': (instance) => signal(pidOf(instance), 'SIGHUP'),
  /** Where the start was wrapped into a terminal. */
  'a closed terminal': (instance) => signal(pidOf(instance), 'SIGKILL'),
  'SIGKILL to npm': (instance) => signal(pidOf(instance), 'SIGKILL'),
  'SIGKILL to start.ts': async (instance) =>
    signal(await instance.pidOf(/^node scripts\/start\.ts/), 'SIGKILL'),
  "SIGKILL to Postgres's supervisor": async (instance) =>
    signal(await instance.pidOf(/supervisor\.ts/), 'SIGKILL'),
  'SIGKILL to Postgres': async (instance) => signal(await instance.pidOf(/bin\/postgres -D/), 'SIGKILL'),
} satisfies Record<string, (instance: Instance) => void | Promise<void>>;

export type WayToEnd = keyof typeof waysToEnd;

const pidOf = (instance: Instance): number => instance.process.pid ?? 0;

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}
