import { Fault } from '../../fault.ts';
import { waitingLine } from '../../waiting-line.ts';
import { ChildDied, ChildStuck, type PhotoProcess, startPhotoProcess } from './photo-process.ts';
import type { PhotoAnswer, PhotoTask } from './photo-work.ts';

export interface ProcessPoolOptions {
  /** Processes at most. */
  processes: number;
  /** For one photo in one process. */
  timeoutMs: number;
  /** A process is replaced after so many photos, whatever leaks in a decoder. */
  maxPhotosPerProcess: number;
  /** A process that holds more than this after a photo is replaced. */
  maxRssBytes: number;
}

/** An answer, and the process to take its parcels from before it gets other work. */
export interface Answered {
  answer: PhotoAnswer;
  from: Pick<PhotoProcess, 'take'>;
}

export interface ProcessPool {
  /**
   * `use` runs before the process gets other work. A process that dies or hangs is replaced and its photo tried once
   * more in a process that has seen no other; rejects with ChildDied or ChildStuck when that dies as well, and with the
   * signal's reason when it is aborted.
   */
  work<T>(
    task: PhotoTask,
    photo: Uint8Array,
    use: (answered: Answered) => T,
    signal?: AbortSignal,
  ): Promise<T>;
  stop(): Promise<void>;
}

/** Starts one process at once, so that the first photo finds it warm; others when they are needed. */
export function startProcessPool(options: ProcessPoolOptions): ProcessPool {
  const all = new Set<PhotoProcess>();
  const idle: PhotoProcess[] = [];
  const waiting = waitingLine();
  let stopped = false;
  keepSpare();

  function start(): PhotoProcess {
    const fresh = startPhotoProcess();
    all.add(fresh);
    return fresh;
  }

  /** A replacement starts while nobody waits for it yet. Once for each process lost, so that none can start in circles. */
  function keepSpare(): void {
    if (stopped || idle.length > 0 || all.size >= options.processes) return;
    try {
      idle.push(start());
    } catch {
      // No room for a process now: whoever needs one is told so.
    }
  }

  function drop(child: PhotoProcess): void {
    all.delete(child);
    void child.stop();
    keepSpare();
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
    let isWell = false;
    try {
      const answer = await child.exchange(task, photo, { timeoutMs: options.timeoutMs, signal });
      const value = use({ answer, from: child });
      isWell = child.served() < options.maxPhotosPerProcess && child.rssBytes() <= options.maxRssBytes;
      return value;
    } finally {
      if (isWell) idle.push(child);
      else drop(child);
      waiting.callNext();
    }
  }

  return {
    async work(task, photo, use, signal) {
      try {
        return await attempt(task, photo, use, { mustBeFresh: false, signal });
      } catch (error) {
        const isLost = error instanceof ChildDied || error instanceof ChildStuck;
        if (!isLost || stopped) throw error;
        // It took nothing along but this photo, and may have died of the one before it.
        return await attempt(task, photo, use, { mustBeFresh: true, signal });
      }
    },
    async stop() {
      stopped = true;
      waiting.callAll();
      await Promise.all([...all].map((child) => child.stop()));
    },
  };
}
