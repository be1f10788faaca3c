import type { Log } from '../telemetry/log.ts';

/** Something that has to happen again and again without a person, on any worker or on all of them. */
export interface Round {
  /** What it is about, as its log line names it. */
  about: string;
  everyMs: number;
  run(signal: AbortSignal): Promise<unknown>;
}

/** Runs rounds until it is stopped, none of them beside itself. One that fails is told and comes again. */
export function startRounds(rounds: readonly Round[], log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const inHand = new Set<Promise<unknown>>();
  const timers = rounds.map(({ about, everyMs, run }) => {
    let isRunning = false;
    return setInterval(() => {
      if (isRunning) return;
      isRunning = true;
      const turn = run(stopping.signal)
        .catch((err: unknown) => log.error({ err, round: about }, 'a round failed'))
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
