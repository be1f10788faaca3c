import { setTimeout as wait } from 'node:timers/promises';

/** Waits until an address answers 2xx. @returns false when it has not within the time. */
export async function answers(url: string, timeoutMs: number, stopped: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && !stopped.aborted) {
    // Long, for a page that is compiled when it is first asked for.
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(deadline - Date.now())]);
    const response = await fetch(url, { signal }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return true;
    await wait(200);
  }
  return false;
}
