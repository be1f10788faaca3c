/** A queue of callers that wait for a free process, first come first served. */
export interface ProcessQueue {
  /** Resolves when `wakeNext` reaches the caller or the signal aborts; the caller then checks again. */
  turn(signal: AbortSignal | undefined): Promise<void>;
  wakeNext(): void;
  wakeAll(): void;
  isEmpty(): boolean;
}

export function processQueue(): ProcessQueue {
  const waiting: (() => void)[] = [];
  return {
    turn(signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      const onAbort = () => {
        const at = waiting.indexOf(resolve);
        if (at >= 0) waiting.splice(at, 1);
        resolve();
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      return promise.finally(() => signal?.removeEventListener('abort', onAbort));
    },
    wakeNext: () => waiting.shift()?.(),
    wakeAll: () => {
      for (const call of waiting.splice(0)) call();
    },
    isEmpty: () => waiting.length === 0,
  };
}
