import { Worker } from 'node:worker_threads';
import { Fault } from '../fault.ts';
import type { CoveredRegion } from '../realogram.ts';
import type { Log } from '../telemetry/log.ts';
import type { CoverReply, CoverRequest } from './cover-host.ts';
import type { CoverInput } from './find-cover.ts';

export interface CoverThread {
  /**
   * As `findCover`, in a thread of its own, one photo at a time. A search that throws, hangs or ends its thread is tried once
   * more. After a second failure the result is null, as for a photo that was not searched, and the failure is logged: no photo
   * stays unscored for it. Rejects with a fault to retry when the signal aborts.
   */
  find(input: CoverInput, signal: AbortSignal): Promise<CoveredRegion[] | null>;
  stop(): Promise<void>;
}

/** A hundred times what a photo takes on a quiet machine. */
const timeoutMs = 20_000;

const coverHost = new URL('./cover-host.ts', import.meta.url);

/**
 * Creates a thread for the search for cover, so that it delays neither heartbeats nor other stages. Starts on first use.
 *
 * @param host the thread's module; tests name one that fails.
 */
export function createCoverThread(log: Pick<Log, 'error'>, host: URL = coverHost): CoverThread {
  let worker: Worker | null = null;
  let nextId = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const ask = async (input: CoverInput, signal: AbortSignal): Promise<CoveredRegion[] | null> => {
    signal.throwIfAborted();
    worker ??= new Worker(host);
    // An idle thread must not keep the process from ending.
    worker.unref();
    const asked = worker;
    const id = nextId++;
    const answer = Promise.withResolvers<CoveredRegion[] | null>();
    const fail = (reason: string, cause?: unknown) => {
      if (worker === asked) worker = null;
      answer.reject(
        new Fault('COVER_FAILED', `the search for cover failed: ${reason}`, { retry: true, cause }),
      );
      void asked.terminate();
    };
    const onMessage = (reply: CoverReply) => {
      if (reply.id !== id) return;
      if ('covered' in reply) answer.resolve(reply.covered);
      else fail(`it threw ${reply.error}`);
    };
    const onError = (error: Error) => fail(error.message, error);
    const onExit = (code: number) => fail(`its thread ended with code ${code}`);
    const onAbort = () => fail('the stage was stopped');
    const timer = setTimeout(() => fail(`no answer within ${timeoutMs} ms`), timeoutMs);
    asked.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      // A copy, whose buffer can be transferred: the caller keeps its frame.
      const frame = { ...input.frame, data: new Uint8Array(input.frame.data) };
      asked.postMessage({ id, ...input, frame } satisfies CoverRequest, [frame.data.buffer]);
      return await answer.promise;
    } finally {
      clearTimeout(timer);
      asked.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
    }
  };

  const askTwice = async (input: CoverInput, signal: AbortSignal): Promise<CoveredRegion[] | null> => {
    try {
      return await ask(input, signal);
    } catch (first) {
      if (signal.aborted) throw first;
    }
    try {
      return await ask(input, signal);
    } catch (err) {
      if (signal.aborted) throw err;
      log.error({ err }, 'the search for cover failed twice; the photo is scored without it');
      return null;
    }
  };

  return {
    find(input, signal) {
      const turn = queue.then(() => askTwice(input, signal));
      queue = turn.catch(() => {});
      return turn;
    },
    async stop() {
      await worker?.terminate();
    },
  };
}
