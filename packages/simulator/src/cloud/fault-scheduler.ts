import type { CloudFault, Provider } from './fault.ts';

/** Decides which fault applies to the next call of a provider. */
export interface FaultScheduler {
  set(provider: Provider, fault: CloudFault | null): void;
  /** Returns the fault of the next call and counts the call: a fault with a share applies to that share of calls. */
  next(provider: Provider): CloudFault | null;
  state(provider: Provider): { fault: CloudFault | null; isOn: boolean };
}

/** Creates a scheduler without faults. `nowMs` is monotonic: schedules are counted from when their fault was set. */
export function createFaultScheduler(nowMs: () => number): FaultScheduler {
  const set = new Map<Provider, { fault: CloudFault; sinceMs: number; due: number }>();
  const isOn = ({ fault, sinceMs }: { fault: CloudFault; sinceMs: number }): boolean => {
    const { onSeconds, offSeconds } = fault;
    if (onSeconds === undefined || offSeconds === undefined) return true;
    return ((nowMs() - sinceMs) / 1000) % (onSeconds + offSeconds) < onSeconds;
  };
  return {
    set(provider, fault) {
      if (fault === null) set.delete(provider);
      else set.set(provider, { fault, sinceMs: nowMs(), due: 0 });
    },
    next(provider) {
      const current = set.get(provider);
      if (!current || !isOn(current)) return null;
      current.due += current.fault.share;
      // Shares such as 0.1 do not add up exactly.
      if (current.due < 1 - 1e-9) return null;
      current.due -= 1;
      return current.fault;
    },
    state(provider) {
      const current = set.get(provider);
      return { fault: current?.fault ?? null, isOn: current !== undefined && isOn(current) };
    },
  };
}
