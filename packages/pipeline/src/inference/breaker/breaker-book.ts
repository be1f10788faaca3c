import type { BreakerEvent } from './breaker-event.ts';
import type { BreakerRow } from './breaker-row.ts';
import type { BreakerPolicy } from './policy.ts';
import type { Reaction } from './react.ts';

/** A breaker as the fleet sees it at one moment. */
export interface BreakerView {
  row: BreakerRow;
  policy: BreakerPolicy;
  /** The database's clock when it was read. */
  now: number;
}

/** Where the fleet keeps its breakers. Both reject when it is out of reach; a breaker then judges by itself. */
export interface BreakerBook {
  read(name: string): Promise<BreakerView>;
  /** Lets one event act on the breaker, alone, on the database's time, and keeps the transition if there is one. */
  report(name: string, event: BreakerEvent, actor: string): Promise<Reaction & { now: number }>;
}
