import { availableParallelism } from 'node:os';
import { Fault } from '../../fault.ts';
import type { Frame } from '../frame.ts';
import type { PhotoReading } from '../read-photo.ts';
import { ChildDied, type PhotoProcess, startPhotoProcess } from './photo-process.ts';
import { errorOf, type PhotoRequest, type PhotoWork } from './photo-work.ts';

/** The same work as in this process, done in processes that may die. All reject as decodePhoto does. */
export interface IsolatedPhotos {
  read(bytes: Uint8Array): Promise<PhotoReading>;
  inferenceFrame(bytes: Uint8Array, maxLongSidePx: number): Promise<Frame>;
  referenceImage(bytes: Uint8Array): Promise<Frame>;
  /** Ends all processes; what they were working on rejects with a Fault that may be retried. */
  stop(): Promise<void>;
}

export interface IsolatedPhotosOptions {
  /** Processes at most; started when they are needed. */
  processes?: number;
  /** For one photo. The decoder gives up by itself after 5 s; what takes longer hangs inside one of its calls. */
  timeoutMs?: number;
}

export function createIsolatedPhotos(options: IsolatedPhotosOptions = {}): IsolatedPhotos {
  const maxProcesses = options.processes ?? availableParallelism();
  const timeoutMs = options.timeoutMs ?? 15_000;
  const all = new Set<PhotoProcess>();
  const idle: PhotoProcess[] = [];
  const waiting: (() => void)[] = [];
  let stopped = false;

  async function lease(): Promise<PhotoProcess> {
    for (;;) {
      if (stopped) throw new Fault('DECODER_STOPPED', 'The process is stopping', { retry: true });
      const free = idle.pop();
      if (free?.isAlive()) return free;
      if (free) all.delete(free);
      if (all.size < maxProcesses) {
        const fresh = startPhotoProcess();
        all.add(fresh);
        return fresh;
      }
      if (!free) await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  async function inOneProcess(request: PhotoRequest) {
    const child = await lease();
    try {
      const answer = await child.exchange(request, timeoutMs);
      idle.push(child);
      return answer;
    } catch (error) {
      all.delete(child);
      throw error;
    } finally {
      waiting.shift()?.();
    }
  }

  async function work<Kind extends keyof PhotoWork>(
    request: Extract<PhotoRequest, { kind: Kind }>,
  ): Promise<PhotoWork[Kind]['answer']> {
    // A process that died took nothing along but this photo, and may have died of the one before it: once more.
    const answer = await inOneProcess(request).catch((error: unknown) => {
      if (error instanceof ChildDied && !stopped) return inOneProcess(request);
      throw error;
    });
    if (answer.outcome !== 'done') throw errorOf(answer);
    return answer.value;
  }

  return {
    read: (bytes) => work<'read'>({ kind: 'read', ask: null, bytes }),
    inferenceFrame: (bytes, maxLongSidePx) =>
      work<'inferenceFrame'>({ kind: 'inferenceFrame', ask: { maxLongSidePx }, bytes }),
    referenceImage: (bytes) => work<'referenceImage'>({ kind: 'referenceImage', ask: null, bytes }),
    async stop() {
      stopped = true;
      for (const wake of waiting.splice(0)) wake();
      await Promise.all([...all].map((child) => child.stop()));
    },
  };
}
