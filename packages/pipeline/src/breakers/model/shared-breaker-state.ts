import type { BreakerEvent } from './breaker-event.ts';
import type { BreakerPolicy } from './breaker-policy.ts';
import type { BreakerRow } from './breaker-state.ts';
import type { TransitionResult } from './breaker-transition.ts';

/** The shared state of a breaker at one moment. */
export interface BreakerView {
  row: BreakerRow;
  policy: BreakerPolicy;
  /** The database's clock when it was read. */
  now: number;
}

/** Access to the breakers that the fleet shares. Both methods reject when the state is unreachable. */
export interface SharedBreakerState {
  read(name: string): Promise<BreakerView>;
  /** Applies one event under a lock, by the database's clock, and records the transition if there is one. */
  report(name: string, event: BreakerEvent, actor: string): Promise<TransitionResult & { now: number }>;
}
