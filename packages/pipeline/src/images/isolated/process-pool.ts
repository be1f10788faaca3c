import { Fault } from '../../fault.ts';
import { processQueue } from '../../process-queue.ts';
import { ChildDied } from './child-died.ts';
import { ChildStuck, type PhotoProcess, startPhotoProcess } from './photo-process.ts';
import type { PhotoAnswer, PhotoTask } from './photo-work.ts';

export interface ProcessPoolOptions {
  /** Maximum number of processes. */
  processes: number;
  /** Time limit for one photo in one process. */
  timeoutMs: number;
  /** A process is replaced after this number of photos, which limits leaks in a decoder. */
  maxPhotosPerProcess: number;
  /** A process that holds more than this after a photo is replaced. */
  maxRssBytes: number;
}

/** An answer, and the process that holds its parcels until its next task. */
export interface Answered {
  answer: PhotoAnswer;
  from: Pick<PhotoProcess, 'take'>;
}

export interface ProcessPool {
  /**
   * Runs one task; `use` runs before the process gets another task. A process that dies or hangs is replaced, and its
   * photo is retried once in a fresh process. Rejects with ChildDied or ChildStuck when the retry fails too, and with
   * the reason of an aborted signal.
   */
  work<T>(
    task: PhotoTask,
    photo: Uint8Array,
    use: (answered: Answered) => T,
    signal?: AbortSignal,
  ): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a pool with one process, so that it is warm for the first photo; more processes start on demand. */
export function startProcessPool(options: ProcessPoolOptions): ProcessPool {
  const all = new Set<PhotoProcess>();
  const idle: PhotoProcess[] = [];
  const waiting = processQueue();
  let stopped = false;
  startSpare();

  function start(): PhotoProcess {
    const fresh = startPhotoProcess();
    all.add(fresh);
    return fresh;
  }

  /** Starts a replacement before a photo needs it. Once for each lost process, so that starts cannot loop. */
  function startSpare(): void {
    if (stopped || idle.length > 0 || all.size >= options.processes) return;
    try {
      idle.push(start());
    } catch {
      // The machine cannot start a process now: the next caller that needs one gets the error.
    }
  }

  function drop(child: PhotoProcess): void {
    all.delete(child);
    void child.stop();
    startSpare();
  }

  async function lease(mustBeFresh: boolean, signal: AbortSignal | undefined): Promise<PhotoProcess> {
    for (;;) {
      signal?.throwIfAborted();
      if (stopped) throw new Fault('DECODER_STOPPED', 'The process is stopping', { retry: true });
      for (const child of idle.filter((one) => !one.isAlive())) {
        idle.splice(idle.indexOf(child), 1);
        all.delete(child);
      }
      const at = idle.findLastIndex((child) => !mustBeFresh || child.served() === 0);
      const [free] = at < 0 ? [] : idle.splice(at, 1);
      if (free) return free;
      if (mustBeFresh && all.size >= options.processes) {
        const used = idle.pop();
        if (used) {
          all.delete(used);
          void used.stop();
        }
      }
      if (all.size < options.processes) return start();
      await waiting.turn(signal);
    }
  }

  async function attempt<T>(
    task: PhotoTask,
    photo: Uint8Array,
    use: (answered: Answered) => T,
    { mustBeFresh, signal }: { mustBeFresh: boolean; signal: AbortSignal | undefined },
  ): Promise<T> {
    const child = await lease(mustBeFresh, signal);
    let isHealthy = false;
    try {
      const answer = await child.exchange(task, photo, { timeoutMs: options.timeoutMs, signal });
      const value = use({ answer, from: child });
      isHealthy = child.served() < options.maxPhotosPerProcess && child.rssBytes() <= options.maxRssBytes;
      return value;
    } finally {
      if (isHealthy) idle.push(child);
      else drop(child);
      waiting.wakeNext();
    }
  }

  return {
    async work(task, photo, use, signal) {
      try {
        return await attempt(task, photo, use, { mustBeFresh: false, signal });
      } catch (error) {
        const isLost = error instanceof ChildDied || error instanceof ChildStuck;
        if (!isLost || stopped) throw error;
        // The process failed on this photo only, and an earlier photo may have damaged it.
        return await attempt(task, photo, use, { mustBeFresh: true, signal });
      }
    },
    async stop() {
      stopped = true;
      waiting.wakeAll();
      await Promise.all([...all].map((child) => child.stop()));
    },
  };
}
