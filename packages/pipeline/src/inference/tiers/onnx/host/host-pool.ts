import { waitingLine } from '../../../../waiting-line.ts';
import type { DetectorFacts } from '../../../detector/open-detector.ts';
import { TierFault } from '../../../tier.ts';
import { type Host, HostDied, startHost } from './host-process.ts';
import type { HostValue, HostWork, OpenModel } from './messages.ts';

export interface HostPool {
  /** What the model turned out to be. Rejects as `ask` does. */
  facts(signal: AbortSignal): Promise<DetectorFacts>;
  /**
   * Rejects with TRANSIENT when the process died or hung over it, NOT_READY while crashed processes are given a rest,
   * ABORTED as soon as the signal is, and with what is wrong with the model.
   */
  ask(work: HostWork, signal: AbortSignal): Promise<HostValue>;
  /** Why the model was not taken; null while it may work. */
  refusal(): TierFault | null;
  pids(): number[];
  /** Takes no new work in idle processes: those end now, the others after what they have in hand. */
  retire(): void;
  stop(): Promise<void>;
}

/** The first crash may be an accident and costs no pause; a model that crashes always must not cost a start a photo. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/** Processes that run the same model. They start when they are needed, at most `hosts` of them. */
export function createHostPool(open: OpenModel): HostPool {
  const { hosts, timeoutMs } = open.settings;
  const all = new Set<Host>();
  const idle: Host[] = [];
  const waiting = waitingLine();
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
      const pauseMs =
        crashesInARow === 0 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (crashesInARow - 1));
      crashesInARow += 1;
      notBefore = performance.now() + pauseMs;
    }
    // Everybody looks again: nobody may be left to wake them.
    waiting.callAll();
  };

  const giveBack = (host: Host) => {
    if (!host.isAlive()) return drop(host, true);
    if ((isRetiring && waiting.isEmpty()) || isStopped) return drop(host, false);
    idle.push(host);
    waiting.callNext();
  };

  async function startOne(): Promise<Host> {
    let host: Host;
    try {
      host = startHost(open);
    } catch (error) {
      crashesInARow += 1;
      notBefore = performance.now() + longestPauseMs;
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

  async function lease(signal: AbortSignal): Promise<Host> {
    for (;;) {
      if (signal.aborted) {
        // The turn may have been this one's: somebody else takes it.
        if (idle.length > 0) waiting.callNext();
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
    const leave = () => reject(aborted());
    signal.addEventListener('abort', leave, { once: true });
    gone.catch(() => undefined);
    const work = lease(signal).then(async (host) => {
      if (signal.aborted) {
        giveBack(host);
        throw aborted();
      }
      return use(host).finally(() => giveBack(host));
    });
    work.catch(() => undefined);
    try {
      return await Promise.race([work, gone]);
    } finally {
      signal.removeEventListener('abort', leave);
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
      waiting.callAll();
      await Promise.all([...all].map((host) => host.stop()));
    },
  };
}

const aborted = () => new TierFault('ABORTED', 'aborted while the model was asked');
