/** Those who wait for a process to become free, first come first served. */
export interface WaitingLine {
  /** Resolves when `callNext` comes to it, or when the signal aborts: whoever waited looks again for itself. */
  turn(signal: AbortSignal | undefined): Promise<void>;
  callNext(): void;
  callAll(): void;
  isEmpty(): boolean;
}

export function waitingLine(): WaitingLine {
  const waiting: (() => void)[] = [];
  return {
    turn(signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      const leave = () => {
        const at = waiting.indexOf(resolve);
        if (at >= 0) waiting.splice(at, 1);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      return promise.finally(() => signal?.removeEventListener('abort', leave));
    },
    callNext: () => waiting.shift()?.(),
    callAll: () => {
      for (const call of waiting.splice(0)) call();
    },
    isEmpty: () => waiting.length === 0,
  };
}
