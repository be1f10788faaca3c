import type { Log } from '../telemetry/log.ts';

/** Work that repeats without a person, on any worker or on all of them. */
export interface PeriodicTask {
  /** Names the task in the log. */
  about: string;
  everyMs: number;
  run(signal: AbortSignal): Promise<unknown>;
}

/** Runs each task at its interval until `stop`, never twice at once. A failure is logged, and the task runs again. */
export function startPeriodicTasks(tasks: readonly PeriodicTask[], log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const inHand = new Set<Promise<unknown>>();
  const timers = tasks.map(({ about, everyMs, run }) => {
    let isRunning = false;
    return setInterval(() => {
      if (isRunning) return;
      isRunning = true;
      const turn = run(stopping.signal)
        .catch((err: unknown) => log.error({ err, task: about }, 'a periodic task failed'))
        .finally(() => {
          isRunning = false;
          inHand.delete(turn);
        });
      inHand.add(turn);
    }, everyMs);
  });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      stopping.abort();
      await Promise.all(inHand);
    },
  };
}
