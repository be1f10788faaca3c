import { Worker } from 'node:worker_threads';
import type { Frame } from '../../images/frame.ts';
import type { Realogram } from '../../realogram.ts';
import { type Tier, TierFault, type TierInput } from '../tier.ts';
import { createBayNames } from './bay-names.ts';
import { type DetectReply, type DetectRequest, type TierModule, touch } from './messages.ts';

interface Pending {
  resolve(realogram: Realogram): void;
  reject(error: Error): void;
}

/**
 * Runs a tier in a thread of its own, so that seconds of arithmetic delay neither heartbeats nor other stages. When the
 * thread dies, its pending requests fail (TRANSIENT) and the next request starts a new thread. `timeoutMs` limits one photo,
 * counted from the start of its processing.
 */
export function threadedTier(
  described: Pick<Tier, 'tier' | 'provider' | 'model'>,
  source: TierModule,
  options: { timeoutMs: number },
): Tier & { stop(): Promise<void> } {
  let worker: Worker | null = null;
  let nextId = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const pending = new Map<number, Pending>();
  const sentBays = new Map<number, true>();
  const bays = createBayNames();

  const failPending = (reason: string) => {
    worker = null;
    sentBays.clear();
    for (const { reject } of pending.values()) reject(new TierFault('TRANSIENT', reason));
    pending.clear();
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./tier-host.ts', import.meta.url), { workerData: source });
    started.on('message', (reply: DetectReply) => {
      const waiting = pending.get(reply.id);
      pending.delete(reply.id);
      if ('realogram' in reply) waiting?.resolve(reply.realogram);
      else waiting?.reject(toError(reply.fault));
    });
    started.on('error', (error: Error) => {
      if (worker === started) failPending(`the tier's thread died: ${error.message}`);
    });
    started.on('exit', (code) => {
      if (worker === started) failPending(`the tier's thread ended with code ${code}`);
    });
    // An idle thread must not keep the process from ending.
    started.unref();
    return started;
  };

  const ask = async ({ frame, usualViewOnly = false, ...bay }: TierInput, signal: AbortSignal) => {
    signal.throwIfAborted();
    worker ??= start();
    const asked = worker;
    const bayId = bays.nameOf(bay);
    const isCached = sentBays.has(bayId);
    touch(sentBays, bayId, true);
    const id = nextId++;
    const request: DetectRequest = {
      id,
      frame: ownedFrame(frame),
      bayId,
      bay: isCached ? null : bay,
      usualViewOnly,
    };
    const answer = Promise.withResolvers<Realogram>();
    pending.set(id, answer);
    const giveUp = (error: TierFault) => {
      answer.reject(error);
      pending.delete(id);
      if (worker === asked) failPending('the thread was stopped');
      void asked.terminate();
    };
    const timer = setTimeout(
      () => giveUp(new TierFault('TRANSIENT', `no answer within ${options.timeoutMs} ms`)),
      options.timeoutMs,
    );
    const onAbort = () => giveUp(new TierFault('ABORTED', 'the stage was stopped'));
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      asked.postMessage(request, [request.frame.data.buffer as ArrayBuffer]);
      return await answer.promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  };

  return {
    ...described,
    detect(input, signal) {
      const turn = queue.then(() => ask(input, signal));
      queue = turn.catch(() => {});
      return turn;
    },
    async stop() {
      await worker?.terminate();
    },
  };
}

/** Copies the frame so that the copy's buffer can be transferred: the caller keeps its frame. (`Buffer.slice` copies nothing.) */
const ownedFrame = (frame: Frame): Frame => ({ ...frame, data: new Uint8Array(frame.data) });

function toError({ kind, message, stack }: Extract<DetectReply, { fault: unknown }>['fault']): Error {
  const error = kind === null ? new Error(message) : new TierFault(kind, message);
  if (stack) error.stack = stack;
  return error;
}
