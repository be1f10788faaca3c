import { processQueue } from '../../../../process-queue.ts';
import type { DetectorFacts } from '../../../detector/open-detector.ts';
import { TierFault } from '../../../tier.ts';
import { type Host, HostDied, startHost } from './host-process.ts';
import type { HostValue, HostWork, OpenModel } from './messages.ts';

export interface HostPool {
  /** Returns the facts of the loaded model. Rejects as `ask` does. */
  facts(signal: AbortSignal): Promise<DetectorFacts>;
  /**
   * Rejects with TRANSIENT when the process died or hung over it, NOT_READY while crashed processes are given a rest,
   * ABORTED as soon as the signal is, and with what is wrong with the model.
   */
  ask(work: HostWork, signal: AbortSignal): Promise<HostValue>;
  /** Returns why the model was refused; null while it may work. */
  refusal(): TierFault | null;
  pids(): number[];
  /** Ends idle processes now and busy ones after their current work. */
  retire(): void;
  stop(): Promise<void>;
}

/** The first crash may be an accident and costs no pause; a model that crashes always must not cost a start a photo. */
const firstPauseMs = 1_000;
const maxPauseMs = 30_000;

/** Processes that run the same model. They start when they are needed, at most `hosts` of them. */
export function createHostPool(open: OpenModel): HostPool {
  const { hosts, timeoutMs } = open.settings;
  const all = new Set<Host>();
  const idle: Host[] = [];
  const waiting = processQueue();
  let known: DetectorFacts | null = null;
  let refused: TierFault | null = null;
  let crashesInARow = 0;
  let notBefore = 0;
  let isRetiring = false;
  let isStopped = false;

  const drop = (host: Host, isCrash: boolean) => {
    all.delete(host);
    void host.stop();
    if (isCrash && !isStopped) {
      const pauseMs = crashesInARow === 0 ? 0 : Math.min(maxPauseMs, firstPauseMs * 2 ** (crashesInARow - 1));
      crashesInARow += 1;
      notBefore = performance.now() + pauseMs;
    }
    // All waiting callers check again: no process may be left to wake them later.
    waiting.wakeAll();
  };

  const release = (host: Host) => {
    if (!host.isAlive()) return drop(host, true);
    if ((isRetiring && waiting.isEmpty()) || isStopped) return drop(host, false);
    idle.push(host);
    waiting.wakeNext();
  };

  async function startOne(): Promise<Host> {
    let host: Host;
    try {
      host = startHost(open);
    } catch (error) {
      crashesInARow += 1;
      notBefore = performance.now() + maxPauseMs;
      throw error;
    }
    all.add(host);
    try {
      known = await host.opened;
      return host;
    } catch (error) {
      if (error instanceof TierFault && error.kind === 'CONFIGURATION') refused = error;
      drop(host, !refused);
      throw error;
    }
  }

  async function acquire(signal: AbortSignal): Promise<Host> {
    for (;;) {
      if (signal.aborted) {
        // This caller may have been woken: pass the free process to the next one.
        if (idle.length > 0) waiting.wakeNext();
        throw aborted();
      }
      if (isStopped) throw new TierFault('NOT_READY', 'the tier is stopping');
      if (refused) throw new TierFault(refused.kind, refused.message);
      const free = idle.pop();
      if (free?.isAlive()) return free;
      if (free) {
        drop(free, true);
        continue;
      }
      const pauseMs = notBefore - performance.now();
      if (all.size < hosts && pauseMs <= 0) return startOne();
      if (all.size === 0)
        throw new TierFault(
          'NOT_READY',
          `the process that runs the model ended ${crashesInARow} times in a row; the next starts in ${Math.ceil(pauseMs / 1000)} s`,
        );
      await waiting.turn(signal);
    }
  }

  /** `use` goes on when the signal aborts, as a model cannot be interrupted; its process is only free afterwards. */
  async function withHost<T>(use: (host: Host) => Promise<T>, signal: AbortSignal): Promise<T> {
    const { promise: gone, reject } = Promise.withResolvers<never>();
    const onAbort = () => reject(aborted());
    signal.addEventListener('abort', onAbort, { once: true });
    gone.catch(() => undefined);
    const work = acquire(signal).then(async (host) => {
      if (signal.aborted) {
        release(host);
        throw aborted();
      }
      return use(host).finally(() => release(host));
    });
    work.catch(() => undefined);
    try {
      return await Promise.race([work, gone]);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  return {
    async facts(signal) {
      return known ?? (await withHost((host) => host.opened, signal));
    },
    ask: (work, signal) =>
      withHost(async (host) => {
        const value = await host.ask(work, timeoutMs).catch(async (error: unknown) => {
          // Its end is heard of a moment after the channel's.
          if (error instanceof HostDied) await host.stop();
          throw error;
        });
        crashesInARow = 0;
        return value;
      }, signal),
    refusal: () => refused,
    pids: () => [...all].flatMap(({ pid }) => (pid === undefined ? [] : [pid])),
    retire() {
      isRetiring = true;
      for (const host of idle.splice(0)) drop(host, false);
    },
    async stop() {
      isStopped = true;
      waiting.wakeAll();
      await Promise.all([...all].map((host) => host.stop()));
    },
  };
}

const aborted = () => new TierFault('ABORTED', 'aborted while the model was asked');
